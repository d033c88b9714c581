export const takeout = {
  "settings.data": "Seus dados",
  "settings.dataText": "Leve tudo com você",
  "data.everything": "Exportar tudo",
  "data.everythingText":
    "Planos, treinos, séries, respostas, decisões e ajustes em um arquivo. Qualquer MetricGain o restaura sem perdas.",
  "data.zip": "Como arquivo zip",
  "data.json": "Como JSON",
  "data.sets": "Cada série",
  "data.setsText": "Para uma planilha, ou para continuar em outro aplicativo.",
  "data.csv": "Planilha (CSV)",
  "data.strong": "Como do Strong",
  "data.hevy": "Como do Hevy",
  "data.openweight": "openweight",
  "data.calendar": "Calendário",
  "data.calendarText":
    "Treinos planejados e feitos no seu calendário. Quem souber o endereço pode lê-los.",
  "data.calendarMake": "Criar um endereço",
  "data.calendarAgain": "Criar outro endereço",
  "data.calendarSince":
    "Há um endereço desde {when}. Ele foi mostrado uma vez; outro o anula.",
  "data.calendarRevoke": "Revogar o endereço",
  "data.calendarRevoked": "O endereço não responde mais.",
  "new.habits": "Como você treina",
  "new.habitsNone": "Ainda não há histórico suficiente",
  "new.habitsNoneText":
    "São precisos três treinos em duas semanas, registrados aqui ou importados.",
  "new.habitsOffline": "Seus hábitos precisam da rede",
  "new.habitsOfflineText":
    "Enquanto isso, você pode copiar um bloco anterior ou planejar à mão.",
  "new.habitsSpan": "Lido dos seus treinos, de {from} a {to}.",
  "new.habitsPerWeek": {
    one: "{n} treino por semana.",
    other: "{n} treinos por semana.",
  },
  "new.habitsSets": "Séries por músculo e semana",
  "new.habitsLine": "{sets} × {reps} · e1RM {e1rm}",
  "new.habitsStart": "Começar um bloco a partir disto",
  "new.habitsName": "Como treino",
} as const;
