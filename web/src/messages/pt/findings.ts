export const findings = {
  "finding.weightNoNumber": "“{text}” não é um número; a série é guardada sem peso.",
  "finding.weightNoNumber.advice": "Corrija a série depois de importar.",
  "finding.repsNoNumber":
    "“{text}” não é um número; a série é guardada com 0 repetições.",
  "finding.repsNoNumber.advice": "Corrija a série depois de importar.",
  "finding.secondsNoNumber": "“{text}” não é um número; a série é guardada sem tempo.",
  "finding.secondsNoNumber.advice": "Corrija a série depois de importar.",
  "finding.distanceNoNumber":
    "“{text}” não é um número; a série é guardada sem distância.",
  "finding.distanceNoNumber.advice": "Corrija a série depois de importar.",
  "finding.weightImpossible": "{text} não pode ser; a série é guardada sem peso.",
  "finding.weightImpossible.advice": "Corrija a série depois de importar.",
  "finding.repsImpossible": "{text} não pode ser; a série é guardada com 0 repetições.",
  "finding.repsImpossible.advice": "Corrija a série depois de importar.",
  "finding.secondsImpossible": "{text} não pode ser; a série é guardada sem tempo.",
  "finding.secondsImpossible.advice": "Corrija a série depois de importar.",
  "finding.distanceImpossible":
    "{text} não pode ser; a série é guardada sem distância.",
  "finding.distanceImpossible.advice": "Corrija a série depois de importar.",
  "finding.weightTooLarge":
    "{text} é mais que {most}, o máximo que se guarda; a série é guardada sem peso.",
  "finding.weightTooLarge.advice": "Corrija a série depois de importar.",
  "finding.weightUnlikely": "{weight} {unit} parece um erro de digitação.",
  "finding.weightUnlikely.advice":
    "Fica como está escrito; corrija a série depois de importar.",
  "finding.weightNegative": "{weight} {unit} é menos que nada: parece assistência.",
  "finding.weightNegative.advice":
    "A série é guardada como feita só com o corpo. Se foi assistida, passe-a para um exercício assistido depois de importar.",
  "finding.weightNotDone":
    "A série foi feita sem peso; estavam previstos {weight} {unit}.",
  "finding.weightNotDone.advice":
    "Ela é guardada sem peso; corrija depois de importar.",
  "finding.weightsConverted":
    "{n} de {all} pesos em {unit} parecem convertidos da outra unidade ({written} {unit} são {weight} {other}).",
  "finding.weightsConverted.advice":
    "São guardados como foram levantados, ao lado do texto do arquivo.",
  "finding.repsNotWhole":
    "{text} repetições não é um número inteiro; {n} são guardadas.",
  "finding.repsNotWhole.advice": "Mude a série depois de importar se estiver errado.",
  "finding.repsUnlikely": "{n} repetições em uma série parecem um erro de digitação.",
  "finding.repsUnlikely.advice":
    "Ficam como estão escritas; corrija a série depois de importar.",
  "finding.secondsTooMany":
    "{text} segundos em uma série não podem ser; ela é guardada sem tempo.",
  "finding.secondsTooMany.advice":
    "Acrescente o tempo depois de importar, se você lembrar.",
  "finding.distanceTooFar":
    "{text} {unit} em uma série não podem ser; ela é guardada sem distância.",
  "finding.distanceTooFar.advice":
    "Acrescente a distância depois de importar, se você lembrar.",
  "finding.rpeNone": "“{text}” não é um RPE de 1 a 10; a série é guardada sem ele.",
  "finding.rpeNone.advice":
    "Indique as repetições em reserva depois de importar, se você lembrar.",
  "finding.rirNone":
    "“{text}” não são repetições em reserva; a série é guardada sem elas.",
  "finding.rirNone.advice": "Indique-as depois de importar, se você lembrar.",
  "finding.rowTooLong": "A linha tem {n} células e o cabeçalho {width}.",
  "finding.rowTooLong.advice":
    "Procure nesta linha um separador que falta ou que não está entre aspas.",
  "finding.rowJoined":
    "A linha tem {n} células e o cabeçalho {width}: “{text}” foi juntado de novo.",
  "finding.rowJoined.advice":
    "Nada, se o texto estiver certo. O app esqueceu as aspas.",
  "finding.rowBreaksOff": "A linha se interrompe depois de {n} de {width} células.",
  "finding.rowBreaksOff.advice":
    "O que existe é guardado. Exporte o arquivo de novo ou complete a série depois de importar.",
  "finding.exerciseMissing": "A série não nomeia nenhum exercício.",
  "finding.exerciseMissing.advice":
    "Preencha a célula no arquivo ou anote esta série à mão.",
  "finding.exerciseSetsTooMany": "Mais de {n} séries de “{exercise}” em um treino.",
  "finding.exerciseSetsTooMany.advice":
    "Divida o treino no arquivo ou deixe estas linhas de fora.",
  "finding.workoutSetsTooMany": "Mais de {n} séries em um treino.",
  "finding.workoutSetsTooMany.advice":
    "Divida o treino no arquivo ou deixe estas linhas de fora.",
  "finding.kindUnknown":
    "“{text}” não é um tipo de série que se saiba que o {app} escreve.",
  "finding.kindUnknown.advice":
    "A linha é guardada como série de trabalho; mude-a ou apague-a depois de importar.",
  "finding.notStarted": "A série está marcada como não começada.",
  "finding.notStarted.advice":
    "Ela é guardada e espera que você a confirme; apague-a se não foi feita.",
  "finding.setsPackedWrong": "“{text}” não é peso x repetições.",
  "finding.setsPackedWrong.advice":
    "O que se consegue ler é guardado; corrija a série depois de importar.",
  "finding.unitUnknown":
    "“{text}” não é uma unidade de peso; a série é guardada em {unit}.",
  "finding.unitUnknown.advice": "Confira o peso depois de importar.",
  "finding.endsBeforeStart": "O treino termina antes de começar.",
  "finding.endsBeforeStart.advice": "Ele é guardado sem duração; as séries não mudam.",
  "finding.timerForgotten":
    "O treino durou {hours} h {minutes} min: o relógio continuou a correr.",
  "finding.timerForgotten.advice": "Ele é guardado como {most} h; as séries não mudam.",
  "finding.dateNone":
    "“{text}” não é uma data de 1970 a 2100: a série é contada, mas não pode ser guardada sem o seu dia.",
  "finding.dateNone.advice":
    "Corrija a data no arquivo, ou exporte-o de novo e importe sem salvar no meio.",
  "finding.dateNoneInHevy":
    "“{text}” não é uma data de 1970 a 2100: a série é contada, mas não pode ser guardada sem o seu dia.",
  "finding.dateNoneInHevy.advice": "Corrija o treino no Hevy.",
  "finding.dateNoneInFitNotes":
    "“{text}” não é uma data de 1970 a 2100: a série é contada, mas não pode ser guardada sem o seu dia.",
  "finding.dateNoneInFitNotes.advice":
    "Corrija o dia no FitNotes e faça um backup novo.",
  "finding.dateNoneOfMeasure": "“{text}” não é uma data de 1970 a 2100.",
  "finding.dateNoneOfMeasure.advice":
    "Corrija a data no arquivo ou acrescente as medidas à mão.",
  "finding.datesDayFirst":
    "As datas podem ser lidas de duas formas; são tomadas como dia, mês, ano.",
  "finding.datesDayFirst.advice":
    "Veja os dias dos primeiros treinos. Se estiverem errados, escolha a outra ordem ou exporte de novo com datas como 2024-05-31.",
  "finding.datesMonthFirst":
    "As datas podem ser lidas de duas formas; são tomadas como mês, dia, ano.",
  "finding.datesMonthFirst.advice":
    "Veja os dias dos primeiros treinos. Se estiverem errados, escolha a outra ordem ou exporte de novo com datas como 2024-05-31.",
  "finding.measureNone": "“{text}” não é uma medida.",
  "finding.measureNone.advice":
    "Corrija a célula no arquivo ou acrescente a medida à mão.",
  "finding.entryUnknown": "Esta entrada não é nem um treino nem um peso com o seu dia.",
  "finding.entryUnknown.advice":
    "Veja esse lugar do arquivo ou deixe a entrada de fora.",
  "finding.tableUnknown":
    "Nenhum app conhecido escreveu esta tabela. Ela foi lida com estas colunas: {columns}.",
  "finding.tableUnknown.advice":
    "Diga as colunas ao importar, e tire ou mude o que estiver errado.",
  "finding.zoneMissing":
    "Nenhum fuso horário foi indicado: as horas são lidas como UTC.",
  "finding.zoneMissing.advice":
    "Indique ao importar o fuso em que você treinou. Ele decide em que dia foi um treino quando o arquivo tem instantes e não horas de relógio.",
  "finding.unitByConversion":
    "O arquivo não diz em que unidade estão os pesos. {unit} parece certo: {n} de {all} pesos foram convertidos para {unit} de números redondos em {other}.",
  "finding.unitByConversion.advice":
    "Diga ao importar, ou diga {other} se estiver errado.",
  "finding.unitByPlates":
    "O arquivo não diz em que unidade estão os pesos. {unit} parece certo: {share} % dos pesos são divisíveis por 5, e {n} são 45 e pares de anilhas em lb.",
  "finding.unitByPlates.advice": "Diga ao importar, ou diga {other} se estiver errado.",
  "finding.unitBySomePlates":
    "O arquivo não diz em que unidade estão os pesos. {unit} parece certo: {share} % dos pesos são divisíveis por 5, alguns deles 45 e pares de anilhas em lb.",
  "finding.unitBySomePlates.advice":
    "Diga ao importar, ou diga {other} se estiver errado.",
  "finding.unitByHabit":
    "O arquivo não diz em que unidade estão os pesos. {unit} parece certo: é a que você costuma usar.",
  "finding.unitByHabit.advice": "Diga ao importar, ou diga {other} se estiver errado.",
  "finding.unitByFives":
    "O arquivo não diz em que unidade estão os pesos. {unit} parece certo: {share} % dos pesos são divisíveis por 5.",
  "finding.unitByFives.advice": "Diga ao importar, ou diga {other} se estiver errado.",
} as const;
