package io.waymark.indicator;

import io.waymark.indicator.commands.ObservationRecording;
import io.waymark.indicator.commands.PlanImport;
import io.waymark.indicator.postgres.Queries;
import io.waymark.indicator.postgres.Rejudger;
import io.waymark.outbox.ReceivedEvent;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.JudgementEvent;
import io.waymark.testkit.MutableClock;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;

/** Each case has a database of its own; its day is 30 June 2027. */
@RealPartsTest
abstract class IndicatorOnPostgres {
  private final RailOnPostgres rail;
  final DSLContext db;
  final MutableClock clock;
  final PlanImport plans;
  final ObservationRecording recording;
  final Rejudger rejudger;
  final Queries queries;

  IndicatorOnPostgres(Parts parts) {
    rail = new RailOnPostgres(parts.newDatabase()).on("2027-06-30");
    db = rail.db;
    clock = rail.clock;
    plans = rail.plans;
    recording = rail.recording;
    rejudger = rail.rejudger;
    queries = rail.queries;
  }

  @AfterEach
  void close() {
    rail.close();
  }

  void hear(List<ReceivedEvent> events) {
    rail.hear(events.toArray(ReceivedEvent[]::new));
  }

  Judgement target() {
    return rail.inForce(Rail.TARGET);
  }

  List<JudgementEvent> events() {
    return rail.announced("waymark.indicator.judgement.v1", JudgementEvent.parser());
  }
}
