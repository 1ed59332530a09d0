package io.waymark.indicator.postgres;

import io.waymark.indicator.postgres.Queries.Due;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again at subjects whose date has come (schedules and freshness move with time alone), and
 * at wholes whose parts were judged.
 */
public final class Rejudger implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Rejudger.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final int BATCH = 50;

  private final DSLContext db;
  private final Clock clock;
  private final Verdicts verdicts;
  private final RollUps rollUps;
  private final Thread thread;

  /** Creates the rejudger; {@link #start} starts it. */
  public Rejudger(DSLContext db, Clock clock, Verdicts verdicts) {
    this.db = db;
    this.clock = clock;
    this.verdicts = verdicts;
    this.rollUps = new RollUps(db, clock, verdicts);
    this.thread = Thread.ofPlatform().name("rejudge").daemon().unstarted(this::run);
  }

  /** Starts looking. */
  public void start() {
    thread.start();
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        if (lookIfPossible() < BATCH && rollUpIfPossible() == 0) {
          Thread.sleep(PERIOD);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int lookIfPossible() {
    try {
      return look();
    } catch (DataAccessException e) {
      log.warn("nothing is judged by date at present: {}", e.getMessage());
      return 0;
    }
  }

  private int rollUpIfPossible() {
    try {
      return rollUps.look();
    } catch (DataAccessException e) {
      log.warn("nothing is rolled up at present: {}", e.getMessage());
      return 0;
    }
  }

  /** Judges one batch of what is due; returns how many were. */
  public int look() {
    return db.transactionResult(configuration -> look(configuration.dsl()));
  }

  private int look(DSLContext tx) {
    List<Due> due = Queries.due(tx, clock.instant(), BATCH);
    Map<String, List<Subject>> byPlan =
        due.stream()
            .collect(
                Collectors.groupingBy(
                    Due::planId, Collectors.mapping(Due::subject, Collectors.toList())));
    byPlan.forEach((plan, subjects) ->
        new JudgingRun(tx, clock, verdicts).judge(plan, subjects, Trigger.TIME));
    return due.size();
  }
}
