package io.waymark.cli.demo;

import io.grpc.StatusRuntimeException;
import io.waymark.cli.pack.Door;
import io.waymark.proto.indicator.v1.GetJudgementRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Asks for the projects' judgements until the reports are among what they stand on. */
public final class JudgedSettling implements Settling {
  private static final Duration PAUSE = Duration.ofMillis(40);

  private final Door door;
  private final Duration patience;

  /** Asks as the plan office, at most for this long a month. */
  public JudgedSettling(Door door, Duration patience) {
    this.door = door;
    this.patience = patience;
  }

  @Override
  public void await(String planId, Map<String, String> reports) {
    long start = System.nanoTime();
    reports.forEach((project, report) -> {
      GetJudgementRequest request =
          GetJudgementRequest.newBuilder().setPlanId(planId).setSubjectId(project).build();
      while (System.nanoTime() - start < patience.toNanos() && !judged(request, report)) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    });
  }

  private boolean judged(GetJudgementRequest request, String reportId) {
    try {
      return door.indicator(Door.PLAN_OFFICE)
          .withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS)
          .getJudgement(request)
          .getJudgement()
          .getPins()
          .getInputIdsList()
          .contains(reportId);
    } catch (StatusRuntimeException e) {
      // Not judged yet, or the service is busy: the reports are safe either way.
      return false;
    }
  }
}
