package io.waymark.alerting.wire;

import io.waymark.alerting.domain.AlertCommand.JudgementRestated;
import java.time.Instant;

/** Reads what is no longer true of a past date. */
public final class RestatementReader {
  private RestatementReader() {}

  /** The restatement that an event tells of. */
  public static JudgementRestated read(
      io.waymark.proto.indicator.v1.JudgementRestated message,
      String eventId,
      Instant eventAt,
      Instant arrivedAt) {
    return new JudgementRestated(
        message.getJudgement().getRestatesJudgementId(),
        Kinds.light(message.getPrevious().getOverall()),
        VerdictReader.read(message.getJudgement()),
        Fields.text(message.getJudgement().getCause()),
        eventId,
        eventAt,
        arrivedAt);
  }
}
