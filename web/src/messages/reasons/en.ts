/** The templates of docs/wording.md, by which a reason of the server is recognised. */

/** Whole sentences: reasons, findings and repairs, and what the generator says. */
export const sentences = {
  "gate.noNext":
    "No further session in this block trains your {muscle}, so there is nothing to change.",
  "gate.afterDeload":
    "This was a deload session, there to recover, so nothing changes for your {muscle}.",
  "gate.deloadNext":
    "The next session for your {muscle} is in the deload week, so it is made lighter.",
  "gate.restart":
    "This was a recovery session for your {muscle}, so the next one restarts halfway between your starting sets and where you were.",
  "gate.sameFirstWeek":
    "The next session for your {muscle} is still in week 1, which finds your starting point, so its sets stay as planned.",
  "gate.noPerformance":
    "Too few hard sets for your {muscle} were logged to judge the session (more than 4 reps in reserve is not hard), so the sets are carried over.",
  "gate.noSoreness":
    "You did not say how sore your {muscle} had been, so the sets are carried over.",
  "gate.firstSession":
    "Your {muscle} had no earlier session in this block to compare with, so the sets are carried over.",
  judged: "{clauses}, so {due}.",
  "judged.repeat":
    "You could not match last time on {muscle}, but one bad day is not your limit, so sets, load and reps are repeated.",
  "judged.fatigue": "{clauses}: two signs of too much fatigue, so {due}.",
  "judged.recovery":
    "{clauses}, so the next session is for recovery: half the sets and half the reps at the same load.",
  "judged.pain":
    "Your joints hurt while you trained {muscle}, so no set is added; think about another exercise.",
  "judged.badPain":
    "Your joints hurt badly while you trained {muscle}, so {due}, no load goes up and the exercise that hurts has to be swapped.",
  "readiness.low":
    "Your readiness was low that day ({number}), so no set is added and no load goes up.",
  "first.judged": "{clauses}: {start}, so {due}.",
  "first.judgedNew": "For your {muscle}, {clauses}: {start}, so {due}.",
  "first.stopped":
    "Your start leaves room for more, but {clauses}, so the sets stay as they are.",
  "first.unanswered":
    "You answered neither pump nor effort for your {muscle}, so {due}.",
  "cap.nothing": "Nothing changes for now, because {cap}.",
  "cap.other": "In the end {change}, because {cap}.",
  "override.hold": "You chose to keep last week's sets.",
  "override.undo": "You undid this decision, so everything stays as it was last week.",
  "plan.edited": "You chose {n} sets.",
  "load.calibrate":
    "No load is known yet: in the first set, pick one you could lift 10 to 15 times and stop with 2 or 3 reps in reserve.",
  "load.untrained": "It was not trained last time, so the plan stays as it was.",
  "load.carried": "Load and reps are carried over from last time.",
  "load.unknown": "Too little was logged to judge the last session: again {load}.",
  "load.repeat":
    "You could not match the time before, which can be one bad day: again {load} for {n}.",
  "load.lighter": "Still short after a recovery session: about 10 % lighter, {load}.",
  "load.lightest": "Still short after a recovery session, but {load} is the lightest.",
  "load.pain": "The joint hurt: load and reps stay at {load} for {n}.",
  "load.harder": "It was harder than planned: load and reps stay at {load} for {n}.",
  "load.tired": "You were not rested that day: load and reps stay at {load} for {n}.",
  "load.heavier":
    "Your sets show about {number} kg for a single: {load} for {n} leaves {m} in reserve.",
  "load.rep": "One more rep at {load}, before the load goes up.",
  "load.step": "The next load is {load}: {n} reps at {m} in reserve.",
  "load.bigStep": "The next load is too big a step from {load}: one more rep.",
  "load.enough":
    "{n} reps at {load} is enough: a harder exercise would serve you better.",
  "easy.deload": "Deload: half the work at the load of the first week, {load}.",
  "easy.deloadLate": "Deload, second half: half the work at half the load, {load}.",
  "easy.deloadSets": "Deload: half the sets at the load of the first week, {load}.",
  "easy.deloadLoad":
    "Deload: all sets with a lighter load than in the first week, {load}.",
  "easy.leftOut": "Left out of the deload: isolation for traps and forearms rests.",
  "easy.recovery": "Recovery: half the sets and reps at the same load, {load}.",
  "week1.from": "From {load} x {n} on {day}.",
  "week1.new":
    "This exercise is new to your log: pick a load you can lift 10 to 15 times, stop with 2 or 3 in reserve, and the other sets follow from it.",
  "week1.history":
    "Your history shows about {number} kg for a single: {load} to start with.",
  "week1.afterBreak":
    "Your history shows about {number} kg for a single, {n} weeks ago, so {m} % of it: {load}.",
  "week1.heaviest": "{load} is as heavy as you have gone so far.",
  "week1.heaviestMore":
    "{load} is as heavy as you have gone so far, so you do {n} reps with it.",
  "week1.lightest":
    "{load} is the lightest load there is, and more than your history shows: try it carefully, or pick another exercise.",
  "week1.calibrated": "Your first set shows about {number} kg for a single: {load}.",
  "gap.goOn": "You trained within the last week, so the plan goes on.",
  "gap.repeat":
    "You did not train for {n} days, so this week is done again with the same sets and loads.",
  "gap.restart":
    "You did not train for {n} days, so you start again at the sets of week 1, 5 % lighter and with 1 more rep in reserve.",
  "gap.newBlock":
    "You did not train for {n} days, so this block is closed and a new one begins at your starting sets, with loads that allow for the break.",
  "alternative.alike": "Trains {muscles} as well.",
  "alternative.alikeMoved": "Trains {muscles} as well, with the same movement.",
  "alternative.less": "Trains {muscles} as well, but not {muscles}.",
  "alternative.lessMoved":
    "Trains {muscles} as well, with the same movement, but not {muscles}.",
  "alternative.helps": "Only helps with it.",
  "alternative.helpsMoved": "Only helps with it, with the same movement.",
  "alternative.known": "You have done it before.",
  "moved.skipped": "{n} sets come from the workout that you skipped.",
  "moved.skipped.one": "1 set comes from the workout that you skipped.",
  "moved.short": "{n} sets come from the workout that you cut short.",
  "moved.short.one": "1 set comes from the workout that you cut short.",
  "short.out": "Left out to fit into {n} minutes: it would add the least to this week.",
  "short.less":
    "{n} sets less to fit into {m} minutes: they would add the least to this week.",
  "short.less.one":
    "1 set less to fit into {n} minutes: it would add the least to this week.",
  "moved.noPlace":
    "{n} sets for your {muscle} find no place in this week, because {cap}.",
  "moved.noPlace.one":
    "1 set for your {muscle} finds no place in this week, because {cap}.",
  "review.unknown":
    "Too little was logged to tell: it takes {n} hard weeks with load and reps.",
  "review.rose": "It rose to the end, week {n} (weekly sets: {m}).",
  "review.oneWeek":
    "It rose up to week {n} (weekly sets: {m}); one week without a rise can be a bad day.",
  "review.stopped":
    "It rose up to week {n} (weekly sets: {m}), and not in the {k} weeks after.",
  "landmark.mev":
    "Your {muscle} answered well to what the block began with (weekly sets: {n}).",
  "landmark.mrv":
    "Your {muscle} did not recover from the most that was done (weekly sets: {n}).",
  "landmark.targetDown":
    "Your {muscle} stopped rising below the target (weekly sets: {n}).",
  "landmark.targetUp": "Your {muscle} still rose at the target (weekly sets: {n}).",
  "next.same": "It starts with the same sets again.",
  "next.fewer": "It did not recover at the end, so it starts with 1 set less a week.",
  "next.more": "It rose to the end, so it starts with 1 set more a week.",
  "next.rest": "It was emphasised in this block, so it is another muscle's turn.",
  "next.turn": "It rose the least of those that were not emphasised: its turn.",
  "next.program": "Your program plans it so.",
  "next.pain": "It hurt a joint.",
  "next.stale": "It did not rise in this block and the one before.",
  "next.replaced": "Another exercise takes its place.",
  "next.noOther": "No other exercise fits, so it stays for now.",
  "next.keptRose": "It rose by {n} %, so it stays.",
  "next.kept": "Nothing speaks against it, so it stays.",
  "plan.days": "A week has 1 to 7 workouts, not {n}.",
  "plan.emptyDay": "A workout has at least one exercise.",
  "plan.manyExercises": "A workout has at most 8 exercises, not {n}.",
  "plan.twice": "An exercise comes once per workout.",
  "plan.sets": "An exercise has 1 to 15 sets, not {n}.",
  "plan.reps": "A rep range rises within 1 to 30, not {n} to {m}.",
  "plan.heavy": "Fewer than 5 reps build strength more than size.",
  "plan.sessionSets": "A workout has at most 30 sets, not {n}.",
  "plan.manySessionSets": "More than 25 sets are a lot: {n}.",
  "plan.muscleSets": "A muscle takes at most 12 sets in a workout, not {n}.",
  "plan.manyMuscleSets": "More than 10 sets are a lot: {n}.",
  "plan.manyGroups": "More than 6 groups are a lot: {n}.",
  "plan.often": "Vary it: {n} workouts a week have it, not 1 or 2.",
  "plan.untrained": "Nothing in this week trains it.",
  "plan.belowMv":
    "{number} sets, halves included, do not keep its size: that takes {n}.",
  "plan.aboveMrv":
    "{n} sets in {m} workouts a week are more than the {k} that can be recovered from.",
  "plan.careful": "A careful start has at most 3 sets each, not {n}.",
  "plan.carefulMuscle": "A careful start has at most 6 sets a muscle, not {n}.",
  "plan.frequency": "{n} sets lie in one workout a week, where two are better.",
  "plan.spacing": "{n} and {m} sets lie only a day apart.",
  "plan.axial": "{n} lifts that load the spine are a lot.",
  "plan.pattern": "{n} exercises do the same movement.",
  "plan.progression":
    "It starts with {n} sets a week, above the {m} that it aims at, so it cannot rise.",
  "plan.time": "It takes about {n} minutes, and you have {m}.",
  "plan.peakTime":
    "In the last hard week it would take about {n} minutes, and you have {m}.",
  "plan.equipment": "You do not have the equipment for this exercise.",
  "plan.injury": "It loads a joint that hurts.",
  "plan.banned": "You have ruled this exercise out.",
  "plan.dates": "It falls on days that you keep free: {n}.",
  "repair.days": "Plan 1 to 7 workouts.",
  "repair.emptyDay": "Add an exercise, or drop the workout.",
  "repair.manyExercises": "Move an exercise to another workout.",
  "repair.twice": "Join the two into one.",
  "repair.sets": "Choose 1 to 15 sets.",
  "repair.reps": "Choose a range within 1 to 30.",
  "repair.heavy": "Choose 5 reps or more.",
  "repair.moveSets": "Move some sets to another workout.",
  "repair.moveItsSets": "Move some of its sets to another workout.",
  "repair.moveGroup": "Move a muscle group to another workout.",
  "repair.often": "Swap it for another exercise in one of them.",
  "repair.fewer": "Take some sets out.",
  "repair.more": "Add some sets.",
  "repair.untrained": "Add an exercise for it.",
  "repair.spacing": "Train it a day later, or move some of its sets.",
  "repair.axial": "Swap one for a machine, or move it to another workout.",
  "repair.pattern": "Swap one for another movement.",
  "repair.time": "Take out some sets, or allow more minutes.",
  "repair.peakTime": "Its sets stop rising when the time is used up.",
  "repair.equipment": "Swap it for one that you can do.",
  "repair.injury": "Swap it for one that spares the joint.",
  "repair.banned": "Swap it for another.",
  "repair.dates": "Move these workouts, or start on another day.",
  "remedy.room": "More minutes, more days or fewer emphasised muscles make room.",
  "remedy.equipment": "Add equipment.",
  "remedy.joint": "Take the joint off the list when it is well again.",
  "remedy.allow": "Allow one of them again.",
  "remedy.practice": "Add equipment, or make such an exercise a favourite.",
  "remedy.own": "Add an exercise of your own.",
  "remedy.days": "Choose fewer days, or allow more exercises.",
  "remedy.favourite": "Take it off your favourites.",
  "unmet.sets":
    "There was room for {n} of the {m} sets a week that your {muscle} should start with.",
  "unmet.once": "One workout a week trains your {muscle}, where two are better.",
  "unmet.goal":
    "Your {muscle} can rise to {n} of the {m} sets a week that an emphasis aims at.",
  "unmet.days": "There is enough to do for {n} of your {m} days.",
  "unmet.equipment":
    "Your equipment has no exercise that trains your {muscle} directly.",
  "unmet.injuries":
    "Every exercise that trains your {muscle} directly loads a joint that hurts.",
  "unmet.banned":
    "You have ruled out every exercise that trains your {muscle} directly.",
  "unmet.experience":
    "What trains your {muscle} directly here takes more practice than you have.",
  "unmet.health": "No light exercise here trains your {muscle} directly.",
  "unmet.kind": "No exercise that can be planned trains your {muscle} directly.",
  "unmet.favourite": "This favourite found no place in the week.",
  "unmet.favouriteEquipment": "This favourite needs equipment that you do not have.",
  "unmet.favouriteInjury": "This favourite loads a joint that hurts.",
  "unmet.favouriteHealth": "This favourite is too heavy for light training.",
  "unmet.favouriteKind": "This favourite is not of a kind that is planned.",
  "mended.unknown": "It was left out: nobody knows it here.",
  "mended.banned": "It was left out: you have ruled it out.",
  "mended.equipment": "It was left out: you do not have the equipment.",
  "mended.injuries": "It was left out: it loads a joint that hurts.",
  "mended.experience": "It was left out: it takes more practice than you have.",
  "mended.health": "It was left out: it is too heavy for light training.",
  "mended.kind": "It was left out: exercises of its kind are not planned.",
  "mended.day": "It was left out: you do not train on that day.",
  "mended.noRoom": "It was left out: the limits of a plan leave no room for it.",
  "mended.sets": "It has {n} sets instead of {m}.",
  "mended.added": "It was added with {n} sets, to fill a gap.",
  "mended.weeks": "Its blocks did not fill the weeks; they have other lengths.",
  "mended.emphasis": "It emphasised other muscles than you wish; your wishes count.",
  "model.tooSlow": "The model did not answer in time.",
  "model.tookLonger": "The model took longer than {n} seconds.",
  "model.unreachable": "The model could not be reached.",
  "model.busy": "The model has too much to do.",
  "model.usedUp": "The account at the model is used up.",
  "model.key": "The model did not take the key.",
  "model.name": "The model of this name is not known there.",
  "model.failed": "The model failed.",
  "model.away": "The model is not available.",
  "model.refused": "The model does not want to answer.",
  "model.error": "The model answered with an error.",
  "model.unfit": "The model gave no answer that can be used.",
  "safety.clearance":
    "Ask a doctor before you train hard, and confirm here that you are cleared: then the plan is made.",
  "safety.lightOnly":
    "Only light work is planned for you: set the fewest reps in reserve to 3 in the settings first, and ask a professional.",
  "safety.light":
    "This plan is light: no set to failure, no heavy barbell that could trap you.",
  "safety.askFirst": "Ask a professional before you do more.",
} as const;

/** What an answer or a result is said with. */
export const clauses = {
  "soreness.0": "{muscle} was never sore",
  "soreness.0.many": "{muscle} were never sore",
  "soreness.1": "{muscle} recovered well before today",
  "soreness.2": "{muscle} recovered just in time for today",
  "soreness.3": "{muscle} came in still sore",
  "soreness.3.it": "the muscle came in still sore",
  "performance.0": "you had 2 or more reps to spare",
  "performance.1": "you hit your targets",
  "performance.2": "you had to go past the planned effort",
  "performance.3": "you could not match last time",
  "performance.2.of": "you had to go past the planned effort on {muscle}",
  "performance.3.of": "you could not match last time on {muscle}",
  "performance.3.again": "you fell short on {muscle} {n} sessions in a row",
  "challenge.0": "the work felt easy",
  "challenge.1": "the work felt about right",
  "challenge.2": "the work pushed your limits",
  "challenge.3": "the work was too much",
  "challenge.2.of": "the work pushed your limits for your {muscle}",
  "challenge.3.of": "the work was too much for your {muscle}",
  "pump.0": "there was hardly any pump",
  "pump.1": "the pump was mild",
  "pump.2": "the pump was good",
  "pump.3": "the pump was extreme",
} as const;

/** What a decision asks for. */
export const due = {
  "due.0": "the sets stay as they are",
  "due.more.one": "1 more set is due",
  "due.more": "{n} more sets are due",
  "due.fewer.one": "1 fewer set is due",
  "due.fewer": "{n} fewer sets are due",
} as const;

/** What comes of it. */
export const change = {
  "change.added.one": "1 set is added",
  "change.added": "{n} sets are added",
  "change.removed.one": "1 set is removed",
  "change.removed": "{n} sets are removed",
} as const;

/** How the first week was. */
export const start = {
  "start.farTooLittle": "that is far too little to start with",
  "start.tooLittle": "that is a little low to start with",
  "start.fitting": "that is a good place to start",
  "start.tooMuch": "that is a lot to start with",
  "start.farTooMuch": "that is far too much to start with",
} as const;

/** What kept a decision from being carried out. */
export const cap = {
  "cap.shared": "its exercises are shared with another muscle",
  "cap.restart": "it restarts after a recovery session",
  "cap.floor": "your {muscle} would fall below what keeps its size",
  "cap.neighbourFloor":
    "a muscle of the same exercise would fall below what keeps its size",
  "cap.oneSet": "every exercise keeps at least 1 set",
  "cap.beginner": "a beginner adds at most 1 set to a session",
  "cap.week": "your {muscle} may grow by {n} sets a week at most",
  "cap.mrv": "your {muscle} would pass {n} sets a week, the most to recover from",
  "cap.mrv.one": "your {muscle} would pass 1 set a week, the most to recover from",
  "cap.session": "one session holds at most {n} sets for a muscle",
  "cap.emphasis": "the emphasis on your {muscle} is {emphasis}",
  "cap.emphasis.one":
    "the emphasis on your {muscle} is {emphasis}, which adds at most 1 set to a session",
  "cap.emphasis.more":
    "the emphasis on your {muscle} is {emphasis}, which adds at most {n} sets to a session",
  "cap.pain": "the exercise that could take it hurt your joints",
  "cap.exercise": "an exercise grows to {n} sets at most",
  "cap.neighbour": "it would also add to your {muscle}",
  "cap.sessionSets": "a session holds at most {n} sets",
  "cap.time": "the session would take longer than the time you have",
  "cap.noExercise": "no exercise trains it directly",
  "cap.noWorkout": "no other workout ahead in this week trains it directly",
  "cap.closed": "the exercise that could take it hurt your joints or recovers",
  "cap.takesOn": "a workout takes on {n} more sets for a muscle at most",
} as const;

/** The words for muscles; some stand for a muscle and a group alike. */
export const muscles = [
  "chest",
  "lats",
  "upper back",
  "lower back",
  "traps",
  "quads",
  "hamstrings",
  "glutes",
  "adductors",
  "front delts",
  "side delts",
  "rear delts",
  "biceps",
  "forearms",
  "triceps",
  "calves",
  "abs",
  "back",
  "legs",
  "shoulders",
  "delts",
] as const;

/** One set of templates: sentences, and the parts that stand in them. */
export const english = {
  sentences,
  parts: { clauses, due, change, start, cap },
  muscles,
} as const;

export type ReasonKey =
  | keyof typeof sentences
  | keyof typeof clauses
  | keyof typeof due
  | keyof typeof change
  | keyof typeof start
  | keyof typeof cap;
export type MuscleWord = (typeof muscles)[number];
