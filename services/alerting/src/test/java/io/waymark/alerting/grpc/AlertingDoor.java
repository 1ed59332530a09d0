package io.waymark.alerting.grpc;

import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import io.waymark.alerting.domain.AlertDesk;
import io.waymark.alerting.domain.Bureau;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.TestRules;
import io.waymark.alerting.domain.Text;
import io.waymark.alerting.domain.Verdicts;
import io.waymark.alerting.mail.TemplateLetterWriter;
import io.waymark.alerting.postgres.PostgresAlertArchive;
import io.waymark.alerting.postgres.PostgresAlertStore;
import io.waymark.alerting.postgres.PostgresCounter;
import io.waymark.alerting.postgres.PostgresFixture;
import io.waymark.alerting.postgres.PostgresPreviews;
import io.waymark.chassis.identity.Caller;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.proto.alerting.v1.AcknowledgeAlertRequest;
import io.waymark.proto.alerting.v1.AcknowledgeAlertResponse;
import io.waymark.proto.alerting.v1.ListAlertsRequest;
import io.waymark.testkit.MutableClock;
import io.waymark.testkit.Parts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;

/** The service on a database of its own, with five alerts of the transport bureau. */
final class AlertingDoor implements AutoCloseable {
  final MutableClock clock = MutableClock.at("2027-06-30T01:00:00Z");
  final PostgresFixture fixture;
  final AlertDesk desk;
  final AlertingGrpcService service;

  AlertingDoor(Parts parts) {
    fixture = new PostgresFixture(parts.database());
    DSLContext db = fixture.db();
    PostgresOutbox outbox = new PostgresOutbox(clock);
    desk =
        new AlertDesk(
            new TemplateLetterWriter(
                "http://localhost:8080",
                clock.getZone(),
                io.waymark.calendar.WorkingCalendar.shipped(),
                "waymark.example",
                new io.waymark.alerting.mail.LinkSigner(() -> List.of(new byte[32])),
                null),
            TestRules.SHIPPED,
            clock,
            () -> Instant.now().plusSeconds(60));
    service =
        new AlertingGrpcService(
            new PostgresAlertArchive(db),
            new PostgresCounter(db, outbox, desk),
            new PostgresPreviews(db, desk),
            clock);
    db.transaction(configuration -> {
      PostgresAlertStore store = new PostgresAlertStore(configuration.dsl(), outbox);
      desk.bureausChanged(
          store,
          List.of(
              new Bureau(
                  "transport",
                  1,
                  new Text("市交通运输局", ""),
                  "",
                  List.of("t@wuhan.example"),
                  Language.ZH)));
      for (int i = 1; i <= 5; i++) {
        desk.judged(
            store,
            List.of(
                new SubjectJudged(
                    Verdicts.of("target-" + i).build(), "event-" + i, clock.instant())));
        desk.dispatch(store);
        clock.advance(Duration.ofSeconds(i % 2));
      }
    });
  }

  @Override
  public void close() {
    fixture.close();
  }

  String alertOf(String subjectId) {
    return call(service::listAlerts, ListAlertsRequest.newBuilder().setSubjectId(subjectId).build())
        .getAlerts(0)
        .getAlertId();
  }

  AcknowledgeAlertResponse as(String bureau, Set<String> roles, String comment, String alertId) {
    Context context = new Caller("li.wei", true, bureau, "cli", roles).in(Context.current());
    Context before = context.attach();
    try {
      return call(
          service::acknowledgeAlert,
          AcknowledgeAlertRequest.newBuilder().setAlertId(alertId).setComment(comment).build());
    } finally {
      context.detach(before);
    }
  }

  static <Q, A> A call(BiConsumer<Q, StreamObserver<A>> method, Q request) {
    List<A> answers = new ArrayList<>();
    method.accept(
        request,
        new StreamObserver<>() {
          @Override
          public void onNext(A answer) {
            answers.add(answer);
          }

          @Override
          public void onError(Throwable failure) {
            throw new IllegalStateException(failure);
          }

          @Override
          public void onCompleted() {}
        });
    return answers.getFirst();
  }
}
