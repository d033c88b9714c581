export const findings = {
  "finding.weightNoNumber": "'{text}' is no number; the set is kept without weight.",
  "finding.weightNoNumber.advice": "Correct the set after the import.",
  "finding.repsNoNumber": "'{text}' is no number; the set is kept with 0 repetitions.",
  "finding.repsNoNumber.advice": "Correct the set after the import.",
  "finding.secondsNoNumber": "'{text}' is no number; the set is kept without a time.",
  "finding.secondsNoNumber.advice": "Correct the set after the import.",
  "finding.distanceNoNumber":
    "'{text}' is no number; the set is kept without a distance.",
  "finding.distanceNoNumber.advice": "Correct the set after the import.",
  "finding.weightImpossible": "{text} cannot be; the set is kept without weight.",
  "finding.weightImpossible.advice": "Correct the set after the import.",
  "finding.repsImpossible": "{text} cannot be; the set is kept with 0 repetitions.",
  "finding.repsImpossible.advice": "Correct the set after the import.",
  "finding.secondsImpossible": "{text} cannot be; the set is kept without a time.",
  "finding.secondsImpossible.advice": "Correct the set after the import.",
  "finding.distanceImpossible": "{text} cannot be; the set is kept without a distance.",
  "finding.distanceImpossible.advice": "Correct the set after the import.",
  "finding.weightTooLarge":
    "{text} is more than {most}, the most that is stored; the set is kept without weight.",
  "finding.weightTooLarge.advice": "Correct the set after the import.",
  "finding.weightUnlikely": "{weight} {unit} looks like a slip of the finger.",
  "finding.weightUnlikely.advice":
    "It is kept as written; correct the set after the import.",
  "finding.weightNegative":
    "{weight} {unit} is less than nothing: assistance, it seems.",
  "finding.weightNegative.advice":
    "The set is kept as done with the body alone. If it was assisted, move it to an assisted exercise after the import.",
  "finding.weightNotDone":
    "The set was done without a weight; {weight} {unit} were planned.",
  "finding.weightNotDone.advice":
    "It is kept without a weight; correct it after the import.",
  "finding.weightsConverted":
    "{n} of {all} weights in {unit} look converted from the other unit ({written} {unit} is {weight} {other}).",
  "finding.weightsConverted.advice":
    "They are kept as they were lifted, beside the text of the file.",
  "finding.repsNotWhole": "{text} repetitions are not a whole number; {n} are kept.",
  "finding.repsNotWhole.advice": "Change the set after the import if that is wrong.",
  "finding.repsUnlikely": "{n} repetitions in one set look like a slip of the finger.",
  "finding.repsUnlikely.advice":
    "They are kept as written; correct the set after the import.",
  "finding.secondsTooMany":
    "{text} seconds in one set cannot be; it is kept without a time.",
  "finding.secondsTooMany.advice": "Add the time after the import if you remember it.",
  "finding.distanceTooFar":
    "{text} {unit} in one set cannot be; it is kept without it.",
  "finding.distanceTooFar.advice":
    "Add the distance after the import if you remember it.",
  "finding.rpeNone": "'{text}' is no RPE from 1 to 10; the set is kept without it.",
  "finding.rpeNone.advice":
    "Set the reps in reserve after the import if you remember them.",
  "finding.rirNone": "'{text}' are no reps in reserve; the set is kept without them.",
  "finding.rirNone.advice": "Set them after the import if you remember them.",
  "finding.rowTooLong": "The row has {n} cells where the heading has {width}.",
  "finding.rowTooLong.advice":
    "Look for a missing or an unquoted separator in this line.",
  "finding.rowJoined":
    "The row has {n} cells where the heading has {width}: '{text}' was taken together again.",
  "finding.rowJoined.advice":
    "Nothing, if the text is right. The app forgot to quote it.",
  "finding.rowBreaksOff": "The row breaks off after {n} of {width} cells.",
  "finding.rowBreaksOff.advice":
    "What is there is kept. Export the file again, or complete the set after the import.",
  "finding.exerciseMissing": "The set names no exercise.",
  "finding.exerciseMissing.advice":
    "Fill the cell in the file, or log this set by hand.",
  "finding.exerciseSetsTooMany": "More than {n} sets of '{exercise}' in one workout.",
  "finding.exerciseSetsTooMany.advice":
    "Split the workout in the file, or leave these rows out.",
  "finding.workoutSetsTooMany": "More than {n} sets in one workout.",
  "finding.workoutSetsTooMany.advice":
    "Split the workout in the file, or leave these rows out.",
  "finding.kindUnknown": "'{text}' is no kind of set that {app} is known to write.",
  "finding.kindUnknown.advice":
    "The row is kept as a working set; change or delete it after the import.",
  "finding.notStarted": "The set is marked as not started.",
  "finding.notStarted.advice":
    "It is kept and waits for you to confirm it; delete it if it was not done.",
  "finding.setsPackedWrong": "'{text}' is no weight x repetitions.",
  "finding.setsPackedWrong.advice":
    "What can be read of it is kept; correct the set after the import.",
  "finding.unitUnknown": "'{text}' is no unit of weight; the set is kept in {unit}.",
  "finding.unitUnknown.advice": "Check the weight after the import.",
  "finding.endsBeforeStart": "The workout ends before it starts.",
  "finding.endsBeforeStart.advice":
    "It is kept without a duration; the sets are not touched.",
  "finding.timerForgotten":
    "The workout lasted {hours} h {minutes} min: its timer was left running.",
  "finding.timerForgotten.advice": "It is kept as {most} h; the sets are not touched.",
  "finding.dateNone":
    "'{text}' is no date from 1970 to 2100: the set is counted, and cannot be kept without its day.",
  "finding.dateNone.advice":
    "Correct the date in the file, or export it again and import it without saving it in between.",
  "finding.dateNoneInHevy":
    "'{text}' is no date from 1970 to 2100: the set is counted, and cannot be kept without its day.",
  "finding.dateNoneInHevy.advice": "Correct the workout in Hevy.",
  "finding.dateNoneInFitNotes":
    "'{text}' is no date from 1970 to 2100: the set is counted, and cannot be kept without its day.",
  "finding.dateNoneInFitNotes.advice":
    "Correct the day in FitNotes and make a new backup.",
  "finding.dateNoneOfMeasure": "'{text}' is no date from 1970 to 2100.",
  "finding.dateNoneOfMeasure.advice":
    "Correct the date in the file, or add the measures by hand.",
  "finding.datesDayFirst":
    "The dates may be read in two ways; they are taken as day, month, year.",
  "finding.datesDayFirst.advice":
    "Look at the days of the first workouts. If they are wrong, say the other order, or export again with dates such as 2024-05-31.",
  "finding.datesMonthFirst":
    "The dates may be read in two ways; they are taken as month, day, year.",
  "finding.datesMonthFirst.advice":
    "Look at the days of the first workouts. If they are wrong, say the other order, or export again with dates such as 2024-05-31.",
  "finding.measureNone": "'{text}' is no measure.",
  "finding.measureNone.advice":
    "Correct the cell in the file, or add the measure by hand.",
  "finding.entryUnknown": "This entry is neither a workout nor a weight with its day.",
  "finding.entryUnknown.advice": "Look at the file there, or leave the entry out.",
  "finding.tableUnknown":
    "No known app wrote this table. It was read with these columns: {columns}.",
  "finding.tableUnknown.advice":
    "Name the columns when you import it, and leave out or change what is wrong.",
  "finding.zoneMissing": "No time zone is named: the times are read as UTC.",
  "finding.zoneMissing.advice":
    "Name the zone in which you trained when you import. It decides on which day a workout was, where the file has moments and not clock times.",
  "finding.unitByConversion":
    "The file does not say what its weights are in. {unit} seems right: {n} of {all} weights were converted to {unit} from round numbers in {other}.",
  "finding.unitByConversion.advice":
    "Say so when you import, or say {other} if that is wrong.",
  "finding.unitByPlates":
    "The file does not say what its weights are in. {unit} seems right: {share} % of the weights divide by 5, and {n} are 45 and pairs of plates in lb.",
  "finding.unitByPlates.advice":
    "Say so when you import, or say {other} if that is wrong.",
  "finding.unitBySomePlates":
    "The file does not say what its weights are in. {unit} seems right: {share} % of the weights divide by 5, some of them 45 and pairs of plates in lb.",
  "finding.unitBySomePlates.advice":
    "Say so when you import, or say {other} if that is wrong.",
  "finding.unitByHabit":
    "The file does not say what its weights are in. {unit} seems right: you otherwise use it.",
  "finding.unitByHabit.advice":
    "Say so when you import, or say {other} if that is wrong.",
  "finding.unitByFives":
    "The file does not say what its weights are in. {unit} seems right: {share} % of the weights divide by 5.",
  "finding.unitByFives.advice":
    "Say so when you import, or say {other} if that is wrong.",
} as const;
