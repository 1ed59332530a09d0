package io.waymark.alerting.kafka;

import com.google.protobuf.InvalidProtocolBufferException;
import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import io.waymark.alerting.domain.AlertDesk;
import io.waymark.alerting.domain.AlertStore;
import io.waymark.alerting.domain.Bureau;
import io.waymark.alerting.wire.BureauWire;
import io.waymark.alerting.wire.CourseWire;
import io.waymark.alerting.wire.VerdictReader;
import io.waymark.outbox.BatchHandler;
import io.waymark.outbox.ReceivedEvent;
import io.waymark.proto.indicator.v1.JudgementEvent;
import io.waymark.proto.registry.v1.BureauEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * Hands the events of one poll to the alert desk: bureaus first, so that judgements find whom to
 * tell.
 */
public final class AlertingBatchHandler implements BatchHandler {
  /** Where bureaus come from. */
  public static final String BUREAUS = "waymark.registry.bureau.v1";

  /** Where judgements come from. */
  public static final String JUDGEMENTS = "waymark.indicator.judgement.v1";

  private final AlertDesk desk;
  private final Function<DSLContext, AlertStore> stores;

  /**
   * Creates a handler.
   *
   * @param stores the store of a transaction
   */
  public AlertingBatchHandler(AlertDesk desk, Function<DSLContext, AlertStore> stores) {
    this.desk = desk;
    this.stores = stores;
  }

  @Override
  public void handle(DSLContext tx, List<ReceivedEvent> events) {
    List<Bureau> bureaus = new ArrayList<>();
    List<SubjectJudged> judgements = new ArrayList<>();
    for (ReceivedEvent event : events) {
      switch (event.topic()) {
        case BUREAUS -> bureaus.add(bureau(event));
        case JUDGEMENTS -> judgement(event).ifPresent(judgements::add);
        default ->
            throw new IllegalArgumentException(
                "topic: " + event.topic() + " (expected: " + BUREAUS + " or " + JUDGEMENTS + ")");
      }
    }
    AlertStore store = stores.apply(tx);
    if (!bureaus.isEmpty()) {
      desk.bureausChanged(store, bureaus);
    }
    if (!judgements.isEmpty()) {
      desk.judged(store, judgements);
    }
  }

  private static Bureau bureau(ReceivedEvent event) {
    try {
      return BureauWire.read(BureauEvent.parseFrom(event.payload()));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("payload: (expected: a BureauEvent)", e);
    }
  }

  /**
   * Empty for a restatement of a past date: it says nothing of today, so it neither opens nor
   * closes an alert, nor counts as the newest version. They come on a topic of their own, which is
   * not read here; one that strays onto this topic is let pass.
   */
  private static Optional<SubjectJudged> judgement(ReceivedEvent event) {
    try {
      JudgementEvent judgement = JudgementEvent.parseFrom(event.payload());
      if (!judgement.getJudgement().getRestatesJudgementId().isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new SubjectJudged(
              VerdictReader.read(judgement.getJudgement())
                  .with(CourseWire.read(judgement.getCourse())),
              event.id(),
              event.time(),
              event.published()));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("payload: (expected: a JudgementEvent)", e);
    }
  }
}
