/**
 * Words of English that say what part others play in a sentence and nothing by themselves, folded as `foldWord` does:
 * a search weighs them little, and a concordance leaves them out.
 */
const stopWords = new Set(
  `a about above after again against all although always am among an and another any anybody anyone anything are around
  as at away be became because been before behind being below beneath between beyond both but by came can cannot cant
  come could couldnt did didnt do does doesnt done dont down during each either else er even ever every everybody
  everyone everything few for from further get gets given go goes going got had hadnt has hasnt hath have having he her
  here hers herself hes him himself his how however i id if ill im in indeed into is isnt it its itself ive just less
  let like made make many may me might mine more most much must my myself near neither never no nobody none nor not
  nothing now o of off oh on once one only onto or other others ought our ours ourselves out over own perhaps put quite
  rather said same say says see seem seemed seems shall shant she shes should shouldnt since so some somebody someone
  something sometimes somewhere still such take than that thats the thee their theirs them themselves then there
  therefore these they theyre thine this those thou though through thus thy till tis to together too took toward towards
  twas under until unto up upon us very was wasnt we well went were werent what whatever when where whether which while
  who whom whose why will with within without wont would wouldnt yet you your youre yours yourself`.split(/\s+/),
);

/** How people lead up to what they look for: “the bit where”, “a quote about”. */
const framing = new Set(
  `bit part scene passage passages moment quote quotes quotation quotations line lines example examples chapter define
  definition meaning means mean analysis essay essays theme themes explain book novel play poem`.split(/\s+/),
);

/** Whether a word, folded, is one of those that stand in every text. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}

/** Whether a word, folded, may speak of the search itself and not of what is looked for. */
export function isFraming(word: string): boolean {
  return framing.has(word);
}
