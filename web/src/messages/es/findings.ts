export const findings = {
  "finding.weightNoNumber": "«{text}» no es un número; la serie se guarda sin peso.",
  "finding.weightNoNumber.advice": "Corrige la serie después de importar.",
  "finding.repsNoNumber":
    "«{text}» no es un número; la serie se guarda con 0 repeticiones.",
  "finding.repsNoNumber.advice": "Corrige la serie después de importar.",
  "finding.secondsNoNumber": "«{text}» no es un número; la serie se guarda sin tiempo.",
  "finding.secondsNoNumber.advice": "Corrige la serie después de importar.",
  "finding.distanceNoNumber":
    "«{text}» no es un número; la serie se guarda sin distancia.",
  "finding.distanceNoNumber.advice": "Corrige la serie después de importar.",
  "finding.weightImpossible": "{text} no puede ser; la serie se guarda sin peso.",
  "finding.weightImpossible.advice": "Corrige la serie después de importar.",
  "finding.repsImpossible":
    "{text} no puede ser; la serie se guarda con 0 repeticiones.",
  "finding.repsImpossible.advice": "Corrige la serie después de importar.",
  "finding.secondsImpossible": "{text} no puede ser; la serie se guarda sin tiempo.",
  "finding.secondsImpossible.advice": "Corrige la serie después de importar.",
  "finding.distanceImpossible":
    "{text} no puede ser; la serie se guarda sin distancia.",
  "finding.distanceImpossible.advice": "Corrige la serie después de importar.",
  "finding.weightTooLarge":
    "{text} es más que {most}, lo máximo que se guarda; la serie se guarda sin peso.",
  "finding.weightTooLarge.advice": "Corrige la serie después de importar.",
  "finding.weightUnlikely": "{weight} {unit} parece un error al teclear.",
  "finding.weightUnlikely.advice":
    "Se guarda como está escrito; corrige la serie después de importar.",
  "finding.weightNegative": "{weight} {unit} es menos que nada: parece asistencia.",
  "finding.weightNegative.advice":
    "La serie se guarda como hecha solo con el cuerpo. Si fue asistida, pásala a un ejercicio asistido después de importar.",
  "finding.weightNotDone":
    "La serie se hizo sin peso; estaban previstos {weight} {unit}.",
  "finding.weightNotDone.advice": "Se guarda sin peso; corrígela después de importar.",
  "finding.weightsConverted":
    "{n} de {all} pesos en {unit} parecen convertidos de la otra unidad ({written} {unit} son {weight} {other}).",
  "finding.weightsConverted.advice":
    "Se guardan como se levantaron, junto al texto del archivo.",
  "finding.repsNotWhole":
    "{text} repeticiones no son un número entero; se guardan {n}.",
  "finding.repsNotWhole.advice": "Cambia la serie después de importar si no es así.",
  "finding.repsUnlikely": "{n} repeticiones en una serie parecen un error al teclear.",
  "finding.repsUnlikely.advice":
    "Se guardan como están escritas; corrige la serie después de importar.",
  "finding.secondsTooMany":
    "{text} segundos en una serie no pueden ser; se guarda sin tiempo.",
  "finding.secondsTooMany.advice":
    "Añade el tiempo después de importar si lo recuerdas.",
  "finding.distanceTooFar":
    "{text} {unit} en una serie no pueden ser; se guarda sin ella.",
  "finding.distanceTooFar.advice":
    "Añade la distancia después de importar si la recuerdas.",
  "finding.rpeNone": "«{text}» no es un RPE de 1 a 10; la serie se guarda sin él.",
  "finding.rpeNone.advice":
    "Indica las repeticiones en reserva después de importar si las recuerdas.",
  "finding.rirNone":
    "«{text}» no son repeticiones en reserva; la serie se guarda sin ellas.",
  "finding.rirNone.advice": "Indícalas después de importar si las recuerdas.",
  "finding.rowTooLong": "La fila tiene {n} celdas y el encabezado {width}.",
  "finding.rowTooLong.advice":
    "Busca en esta línea un separador que falte o que no esté entre comillas.",
  "finding.rowJoined":
    "La fila tiene {n} celdas y el encabezado {width}: «{text}» se volvió a unir.",
  "finding.rowJoined.advice":
    "Nada, si el texto es correcto. La app olvidó las comillas.",
  "finding.rowBreaksOff": "La fila se corta después de {n} de {width} celdas.",
  "finding.rowBreaksOff.advice":
    "Lo que hay se guarda. Exporta el archivo de nuevo o completa la serie después de importar.",
  "finding.exerciseMissing": "La serie no nombra ningún ejercicio.",
  "finding.exerciseMissing.advice":
    "Rellena la celda en el archivo o anota esta serie a mano.",
  "finding.exerciseSetsTooMany":
    "Más de {n} series de «{exercise}» en un entrenamiento.",
  "finding.exerciseSetsTooMany.advice":
    "Divide el entrenamiento en el archivo o quita estas filas.",
  "finding.workoutSetsTooMany": "Más de {n} series en un entrenamiento.",
  "finding.workoutSetsTooMany.advice":
    "Divide el entrenamiento en el archivo o quita estas filas.",
  "finding.kindUnknown":
    "«{text}» no es un tipo de serie que se sepa que {app} escribe.",
  "finding.kindUnknown.advice":
    "La fila se guarda como serie de trabajo; cámbiala o bórrala después de importar.",
  "finding.notStarted": "La serie está marcada como no empezada.",
  "finding.notStarted.advice":
    "Se guarda y espera que la confirmes; bórrala si no se hizo.",
  "finding.setsPackedWrong": "«{text}» no es peso x repeticiones.",
  "finding.setsPackedWrong.advice":
    "Se guarda lo que se puede leer; corrige la serie después de importar.",
  "finding.unitUnknown":
    "«{text}» no es una unidad de peso; la serie se guarda en {unit}.",
  "finding.unitUnknown.advice": "Comprueba el peso después de importar.",
  "finding.endsBeforeStart": "El entrenamiento termina antes de empezar.",
  "finding.endsBeforeStart.advice": "Se guarda sin duración; las series no se tocan.",
  "finding.timerForgotten":
    "El entrenamiento duró {hours} h {minutes} min: el reloj siguió corriendo.",
  "finding.timerForgotten.advice": "Se guarda como {most} h; las series no se tocan.",
  "finding.dateNone":
    "«{text}» no es una fecha entre 1970 y 2100: la serie se cuenta, pero no se puede guardar sin su día.",
  "finding.dateNone.advice":
    "Corrige la fecha en el archivo, o expórtalo de nuevo e impórtalo sin guardarlo entre medias.",
  "finding.dateNoneInHevy":
    "«{text}» no es una fecha entre 1970 y 2100: la serie se cuenta, pero no se puede guardar sin su día.",
  "finding.dateNoneInHevy.advice": "Corrige el entrenamiento en Hevy.",
  "finding.dateNoneInFitNotes":
    "«{text}» no es una fecha entre 1970 y 2100: la serie se cuenta, pero no se puede guardar sin su día.",
  "finding.dateNoneInFitNotes.advice":
    "Corrige el día en FitNotes y haz una copia nueva.",
  "finding.dateNoneOfMeasure": "«{text}» no es una fecha entre 1970 y 2100.",
  "finding.dateNoneOfMeasure.advice":
    "Corrige la fecha en el archivo o añade las medidas a mano.",
  "finding.datesDayFirst":
    "Las fechas se pueden leer de dos maneras; se toman como día, mes, año.",
  "finding.datesDayFirst.advice":
    "Mira los días de los primeros entrenamientos. Si no son correctos, elige el otro orden o exporta de nuevo con fechas como 2024-05-31.",
  "finding.datesMonthFirst":
    "Las fechas se pueden leer de dos maneras; se toman como mes, día, año.",
  "finding.datesMonthFirst.advice":
    "Mira los días de los primeros entrenamientos. Si no son correctos, elige el otro orden o exporta de nuevo con fechas como 2024-05-31.",
  "finding.measureNone": "«{text}» no es una medida.",
  "finding.measureNone.advice":
    "Corrige la celda en el archivo o añade la medida a mano.",
  "finding.entryUnknown":
    "Esta entrada no es ni un entrenamiento ni un peso con su día.",
  "finding.entryUnknown.advice": "Mira ese lugar del archivo o quita la entrada.",
  "finding.tableUnknown":
    "Ninguna app conocida escribió esta tabla. Se leyó con estas columnas: {columns}.",
  "finding.tableUnknown.advice":
    "Nombra las columnas al importar, y quita o cambia lo que no sea correcto.",
  "finding.zoneMissing": "No se indica la zona horaria: las horas se leen como UTC.",
  "finding.zoneMissing.advice":
    "Indica al importar la zona en la que entrenaste. Decide en qué día fue un entrenamiento cuando el archivo tiene instantes y no horas de reloj.",
  "finding.unitByConversion":
    "El archivo no dice en qué unidad están sus pesos. {unit} parece correcto: {n} de {all} pesos se convirtieron a {unit} desde números redondos en {other}.",
  "finding.unitByConversion.advice": "Dilo al importar, o di {other} si no es así.",
  "finding.unitByPlates":
    "El archivo no dice en qué unidad están sus pesos. {unit} parece correcto: el {share} % de los pesos son divisibles por 5, y {n} son 45 y pares de discos en lb.",
  "finding.unitByPlates.advice": "Dilo al importar, o di {other} si no es así.",
  "finding.unitBySomePlates":
    "El archivo no dice en qué unidad están sus pesos. {unit} parece correcto: el {share} % de los pesos son divisibles por 5, algunos de ellos 45 y pares de discos en lb.",
  "finding.unitBySomePlates.advice": "Dilo al importar, o di {other} si no es así.",
  "finding.unitByHabit":
    "El archivo no dice en qué unidad están sus pesos. {unit} parece correcto: la usas normalmente.",
  "finding.unitByHabit.advice": "Dilo al importar, o di {other} si no es así.",
  "finding.unitByFives":
    "El archivo no dice en qué unidad están sus pesos. {unit} parece correcto: el {share} % de los pesos son divisibles por 5.",
  "finding.unitByFives.advice": "Dilo al importar, o di {other} si no es así.",
} as const;
