export const languageModel = {
  "settings.model": "Language model",
  "settings.modelText": "Who may read your wishes for a plan",
  "model.none": "No language model is set up here",
  "model.noneText":
    "Plans are made by the built-in planner. Whoever hosts this installation can add a language model.",
  "model.sent": "What is sent to {host}",
  "model.sentText":
    "Your goal, experience, days, minutes, emphasis and joints that hurt, and names of exercises from the catalogue. A text of wishes is sent as you write it.",
  "model.notSent":
    "Never sent: your e-mail address, your name, your log, your answers about health, and exercises of your own.",
  "model.agree": "My wishes may be sent to {host}",
  "model.key": "Your key",
  "model.keyNeeded":
    "This model asks for a key. Yours is kept encrypted and never shown again.",
  "model.keyOptional":
    "You need no key. You may use one of your own; it is kept encrypted and never shown again.",
  "model.keyField": "Key",
  "model.keyThere": "A key is kept. A new one takes its place.",
  "model.keyForget": "Forget my key",
  "model.keyKept": "Your key is kept.",
  "model.used": "What it was asked for",
  "model.usedText": {
    one: "{n} request, {input} tokens sent and {output} received.",
    other: "{n} requests, {input} tokens sent and {output} received.",
  },
  "model.failures": {
    one: "{n} answer could not be used.",
    other: "{n} answers could not be used.",
  },
  "model.stopped": "No plan was made.",
  "model.plan": "Ask a language model",
  "model.wishes": "Your wishes in your own words",
  "model.wishesHint": "Sent to {host}. They become fields above, which you can change.",
  "model.read": "Fill in the fields",
  "model.readNothing": "Nothing was found that changes a field.",
  "model.readSome": {
    one: "{n} field was filled in. Please check it.",
    other: "{n} fields were filled in. Please check them.",
  },
  "model.unclear": "Not understood: {text}",
  "model.ask": "Ask {host} for a plan",
  "model.asking": "The model is thinking. This can take a minute or two.",
  "model.turnOn": "Let a language model make a plan",
  "model.tookOver": "The built-in planner has made this plan",
  "model.repairs": { one: "{n} thing was mended", other: "{n} things were mended" },
} as const;
