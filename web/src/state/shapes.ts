/** The shapes of the server's answers about the past, for the screens that show them. */
export type {
  AdherenceSpanShape,
  BalanceShape,
  DashboardShape,
  AnalyticsShapesFeedbackShape as FeedbackShape,
  MuscleNowShape,
  MuscleSharesShape,
  RecordShape,
  TrainingDaysShape,
  TrendShape,
  WeekOfMuscleShape,
  YearOverYearShape,
  MorningShape,
  NightLinkShape,
  NightShape,
  RecoveryShape,
  WhoopShape,
} from "../api/client.ts";
