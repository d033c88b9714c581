export const findings = {
  "finding.weightNoNumber":
    "« {text} » n’est pas un nombre ; la série est gardée sans poids.",
  "finding.weightNoNumber.advice": "Corrige la série après l’import.",
  "finding.repsNoNumber":
    "« {text} » n’est pas un nombre ; la série est gardée avec 0 répétition.",
  "finding.repsNoNumber.advice": "Corrige la série après l’import.",
  "finding.secondsNoNumber":
    "« {text} » n’est pas un nombre ; la série est gardée sans durée.",
  "finding.secondsNoNumber.advice": "Corrige la série après l’import.",
  "finding.distanceNoNumber":
    "« {text} » n’est pas un nombre ; la série est gardée sans distance.",
  "finding.distanceNoNumber.advice": "Corrige la série après l’import.",
  "finding.weightImpossible": "{text} est impossible ; la série est gardée sans poids.",
  "finding.weightImpossible.advice": "Corrige la série après l’import.",
  "finding.repsImpossible":
    "{text} est impossible ; la série est gardée avec 0 répétition.",
  "finding.repsImpossible.advice": "Corrige la série après l’import.",
  "finding.secondsImpossible":
    "{text} est impossible ; la série est gardée sans durée.",
  "finding.secondsImpossible.advice": "Corrige la série après l’import.",
  "finding.distanceImpossible":
    "{text} est impossible ; la série est gardée sans distance.",
  "finding.distanceImpossible.advice": "Corrige la série après l’import.",
  "finding.weightTooLarge":
    "{text} dépasse {most}, le plus grand poids gardé ; la série est gardée sans poids.",
  "finding.weightTooLarge.advice": "Corrige la série après l’import.",
  "finding.weightUnlikely": "{weight} {unit} ressemble à une faute de frappe.",
  "finding.weightUnlikely.advice":
    "C’est gardé tel quel ; corrige la série après l’import.",
  "finding.weightNegative":
    "{weight} {unit}, c’est moins que rien : de l’assistance, semble-t-il.",
  "finding.weightNegative.advice":
    "La série est gardée au seul poids du corps. Si elle était assistée, déplace-la vers un exercice assisté après l’import.",
  "finding.weightNotDone":
    "La série a été faite sans poids ; {weight} {unit} étaient prévus.",
  "finding.weightNotDone.advice":
    "Elle est gardée sans poids ; corrige-la après l’import.",
  "finding.weightsConverted":
    "{n} poids sur {all} en {unit} semblent convertis de l’autre unité ({written} {unit} font {weight} {other}).",
  "finding.weightsConverted.advice":
    "Ils sont gardés tels qu’ils ont été soulevés, à côté du texte du fichier.",
  "finding.repsNotWhole":
    "{text} répétitions n’est pas un nombre entier ; {n} sont gardées.",
  "finding.repsNotWhole.advice": "Change la série après l’import si c’est faux.",
  "finding.repsUnlikely":
    "{n} répétitions en une série ressemblent à une faute de frappe.",
  "finding.repsUnlikely.advice":
    "Elles sont gardées telles quelles ; corrige la série après l’import.",
  "finding.secondsTooMany":
    "{text} secondes en une série sont impossibles ; elle est gardée sans durée.",
  "finding.secondsTooMany.advice":
    "Ajoute la durée après l’import si tu t’en souviens.",
  "finding.distanceTooFar":
    "{text} {unit} en une série sont impossibles ; elle est gardée sans distance.",
  "finding.distanceTooFar.advice":
    "Ajoute la distance après l’import si tu t’en souviens.",
  "finding.rpeNone":
    "« {text} » n’est pas un RPE de 1 à 10 ; la série est gardée sans lui.",
  "finding.rpeNone.advice":
    "Indique les répétitions en réserve après l’import si tu t’en souviens.",
  "finding.rirNone":
    "« {text} » n’est pas un nombre de répétitions en réserve ; la série est gardée sans elles.",
  "finding.rirNone.advice": "Indique-les après l’import si tu t’en souviens.",
  "finding.rowTooLong": "La ligne a {n} cellules, l’en-tête {width}.",
  "finding.rowTooLong.advice":
    "Cherche dans cette ligne un séparateur manquant ou sans guillemets.",
  "finding.rowJoined":
    "La ligne a {n} cellules, l’en-tête {width} : « {text} » a été recollé.",
  "finding.rowJoined.advice":
    "Rien, si le texte est juste. L’appli a oublié les guillemets.",
  "finding.rowBreaksOff": "La ligne s’arrête après {n} cellules sur {width}.",
  "finding.rowBreaksOff.advice":
    "Ce qui est là est gardé. Exporte à nouveau le fichier, ou complète la série après l’import.",
  "finding.exerciseMissing": "La série ne nomme aucun exercice.",
  "finding.exerciseMissing.advice":
    "Remplis la cellule dans le fichier, ou note cette série à la main.",
  "finding.exerciseSetsTooMany":
    "Plus de {n} séries de « {exercise} » en un entraînement.",
  "finding.exerciseSetsTooMany.advice":
    "Partage l’entraînement dans le fichier, ou laisse ces lignes de côté.",
  "finding.workoutSetsTooMany": "Plus de {n} séries en un entraînement.",
  "finding.workoutSetsTooMany.advice":
    "Partage l’entraînement dans le fichier, ou laisse ces lignes de côté.",
  "finding.kindUnknown":
    "« {text} » n’est pas une sorte de série que {app} écrit, à notre connaissance.",
  "finding.kindUnknown.advice":
    "La ligne est gardée comme série de travail ; change-la ou supprime-la après l’import.",
  "finding.notStarted": "La série est marquée comme non commencée.",
  "finding.notStarted.advice":
    "Elle est gardée et attend que tu la confirmes ; supprime-la si elle n’a pas été faite.",
  "finding.setsPackedWrong": "« {text} » n’est pas un poids x répétitions.",
  "finding.setsPackedWrong.advice":
    "Ce qui se lit est gardé ; corrige la série après l’import.",
  "finding.unitUnknown":
    "« {text} » n’est pas une unité de poids ; la série est gardée en {unit}.",
  "finding.unitUnknown.advice": "Vérifie le poids après l’import.",
  "finding.endsBeforeStart": "L’entraînement finit avant de commencer.",
  "finding.endsBeforeStart.advice":
    "Il est gardé sans durée ; les séries ne changent pas.",
  "finding.timerForgotten":
    "L’entraînement a duré {hours} h {minutes} min : le chrono a continué de tourner.",
  "finding.timerForgotten.advice":
    "Il est gardé avec {most} h ; les séries ne changent pas.",
  "finding.dateNone":
    "« {text} » n’est pas une date de 1970 à 2100 : la série est comptée, mais ne peut pas être gardée sans son jour.",
  "finding.dateNone.advice":
    "Corrige la date dans le fichier, ou exporte-le à nouveau et importe-le sans l’enregistrer entre-temps.",
  "finding.dateNoneInHevy":
    "« {text} » n’est pas une date de 1970 à 2100 : la série est comptée, mais ne peut pas être gardée sans son jour.",
  "finding.dateNoneInHevy.advice": "Corrige l’entraînement dans Hevy.",
  "finding.dateNoneInFitNotes":
    "« {text} » n’est pas une date de 1970 à 2100 : la série est comptée, mais ne peut pas être gardée sans son jour.",
  "finding.dateNoneInFitNotes.advice":
    "Corrige le jour dans FitNotes et fais une nouvelle sauvegarde.",
  "finding.dateNoneOfMeasure": "« {text} » n’est pas une date de 1970 à 2100.",
  "finding.dateNoneOfMeasure.advice":
    "Corrige la date dans le fichier, ou ajoute les mesures à la main.",
  "finding.datesDayFirst":
    "Les dates se lisent de deux façons ; elles sont prises comme jour, mois, année.",
  "finding.datesDayFirst.advice":
    "Regarde les jours des premiers entraînements. S’ils sont faux, dis l’autre ordre, ou exporte à nouveau avec des dates comme 2024-05-31.",
  "finding.datesMonthFirst":
    "Les dates se lisent de deux façons ; elles sont prises comme mois, jour, année.",
  "finding.datesMonthFirst.advice":
    "Regarde les jours des premiers entraînements. S’ils sont faux, dis l’autre ordre, ou exporte à nouveau avec des dates comme 2024-05-31.",
  "finding.measureNone": "« {text} » n’est pas une mesure.",
  "finding.measureNone.advice":
    "Corrige la cellule dans le fichier, ou ajoute la mesure à la main.",
  "finding.entryUnknown":
    "Cette entrée n’est ni un entraînement ni un poids avec son jour.",
  "finding.entryUnknown.advice":
    "Regarde le fichier à cet endroit, ou laisse l’entrée de côté.",
  "finding.tableUnknown":
    "Aucune appli connue n’a écrit ce tableau. Il a été lu avec ces colonnes : {columns}.",
  "finding.tableUnknown.advice":
    "Nomme les colonnes à l’import, et retire ou change ce qui est faux.",
  "finding.zoneMissing":
    "Aucun fuseau horaire n’est nommé : les heures sont lues en UTC.",
  "finding.zoneMissing.advice":
    "Nomme à l’import le fuseau où tu t’es entraîné. Il décide du jour d’un entraînement quand le fichier a des instants et non des heures d’horloge.",
  "finding.unitByConversion":
    "Le fichier ne dit pas en quoi sont ses poids. {unit} semble juste : {n} poids sur {all} ont été convertis en {unit} depuis des nombres ronds en {other}.",
  "finding.unitByConversion.advice": "Dis-le à l’import, ou dis {other} si c’est faux.",
  "finding.unitByPlates":
    "Le fichier ne dit pas en quoi sont ses poids. {unit} semble juste : {share} % des poids sont divisibles par 5, et {n} font 45 et des paires de disques en lb.",
  "finding.unitByPlates.advice": "Dis-le à l’import, ou dis {other} si c’est faux.",
  "finding.unitBySomePlates":
    "Le fichier ne dit pas en quoi sont ses poids. {unit} semble juste : {share} % des poids sont divisibles par 5, dont certains font 45 et des paires de disques en lb.",
  "finding.unitBySomePlates.advice": "Dis-le à l’import, ou dis {other} si c’est faux.",
  "finding.unitByHabit":
    "Le fichier ne dit pas en quoi sont ses poids. {unit} semble juste : c’est celle que tu utilises d’habitude.",
  "finding.unitByHabit.advice": "Dis-le à l’import, ou dis {other} si c’est faux.",
  "finding.unitByFives":
    "Le fichier ne dit pas en quoi sont ses poids. {unit} semble juste : {share} % des poids sont divisibles par 5.",
  "finding.unitByFives.advice": "Dis-le à l’import, ou dis {other} si c’est faux.",
} as const;
