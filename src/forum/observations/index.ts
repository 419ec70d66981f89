/** What pages and other rooms may use of observations and recommendations. */
export {
  changeObservation,
  type ObservationVersion,
  releaseObservation,
  speakersNamedIn,
  withdrawObservation,
  writeObservation,
} from './actions.ts';
export {
  emptyObservation,
  emptyRecommendation,
  formOfObservation,
  formOfRecommendation,
  type ObservationForm,
  readObservation,
  readRecommendation,
  type RecommendationForm,
} from './form.ts';
export {
  type FollowUp,
  FOLLOW_UPS,
  type Observation,
  type Recommendation,
  type RecommendationContent,
  type Stage,
  STAGES,
} from './model.ts';
export {
  changeRecommendation,
  type RecommendationVersion,
  stageRecommendation,
  writeRecommendation,
} from './recommending-actions.ts';
export { type NamedSpeaker, namedSpeakers } from './speakers.ts';
export {
  draftsHeardIn,
  findRecommendations,
  MOST_LISTED,
  observationById,
  observationsIn,
  observationsOf,
  observationsOnTheme,
  recommendationAt,
} from './store.ts';
