package io.waymark.cli.command;

import io.waymark.proto.indicator.v1.EvaluationServiceGrpc.EvaluationServiceBlockingStub;
import java.util.concurrent.TimeUnit;

/** The way to evaluations. */
final class Evaluations {
  private static final int PATIENCE_SECONDS = 120;

  private Evaluations() {}

  /** Judging a whole plan may take longer than a call usually may. */
  static EvaluationServiceBlockingStub patient(Session session) {
    return session.services().evaluation().withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
