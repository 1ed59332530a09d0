package io.waymark.cli;

import io.waymark.proto.indicator.v1.BacktestPart;
import io.waymark.proto.indicator.v1.BacktestResponse;
import io.waymark.proto.indicator.v1.BacktestScore;
import io.waymark.proto.indicator.v1.CheckedShare;
import io.waymark.proto.indicator.v1.ReliabilityPoint;

/** A plan whose hindcasts can be scored, and of whose targets too few have come due. */
final class Backtests {
  private Backtests() {}

  static BacktestResponse scored() {
    return frame()
        .setHindcasts(
            part(21, 12)
                .addScores(score(0, 310, 0.1632, 0.0121, 0.2301))
                .addScores(score(1, 160, 0.1501, 0.0113, 0.2298))
                .addScores(score(2, 143, 0.1739, 0.0157, 0.2310))
                .addScores(BacktestScore.newBuilder().setYears(3).setQuestions(7)))
        .setHeld(part(2, 0).addScores(BacktestScore.newBuilder().setQuestions(4)))
        .build();
  }

  static BacktestResponse nothing() {
    return frame().setTooShort(120).setHindcasts(part(0, 0)).setHeld(part(0, 0)).build();
  }

  private static BacktestResponse.Builder frame() {
    return BacktestResponse.newBuilder()
        .setAsOf(Fixtures.TODAY)
        .setIndicators(142)
        .setTooShort(99)
        .setNotAsked(22)
        .setLeastYears(4)
        .setMostOrigins(30)
        .setTargetsDue(3)
        .setTargetsKnown(2);
  }

  private static BacktestPart.Builder part(int series, int simulated) {
    return BacktestPart.newBuilder()
        .setSeries(series)
        .setSimulatedQuestions(simulated)
        .setLeastScored(10)
        .setLeastDrawn(5);
  }

  private static BacktestScore score(
      int years, int questions, double brier, double error, double reference) {
    return BacktestScore.newBuilder()
        .setYears(years)
        .setQuestions(questions)
        .setBaseRate(0.64)
        .setBrier(brier)
        .setBrierError(error)
        .setReferenceBrier(reference)
        .setSkill(1 - brier / reference)
        .setInterval80(share(questions, questions * 8 / 10, 0.74, 0.84))
        .setInterval90(share(questions, questions * 9 / 10, 0.86, 0.93))
        .addPoints(point(0, 31, 0.042, share(31, 1, 0.01, 0.16)))
        .addPoints(ReliabilityPoint.newBuilder().setTenth(3).setCount(4).setSaid(0.334).build())
        .addPoints(point(5, 120, 0.55, share(120, 60, 0.41, 0.59)))
        .addPoints(point(9, 155, 0.962, share(155, 152, 0.945, 0.993)))
        .build();
  }

  private static ReliabilityPoint point(int tenth, int count, double said, CheckedShare was) {
    return ReliabilityPoint.newBuilder()
        .setTenth(tenth)
        .setCount(count)
        .setSaid(said)
        .setWas(was)
        .build();
  }

  private static CheckedShare share(int count, int hits, double low, double high) {
    return CheckedShare.newBuilder()
        .setCount(count)
        .setHits(hits)
        .setShare((double) hits / count)
        .setLow(low)
        .setHigh(high)
        .build();
  }
}
