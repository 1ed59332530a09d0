package io.waymark.alerting.kafka;

import com.google.protobuf.InvalidProtocolBufferException;
import io.waymark.alerting.domain.AlertCommand.DutyTold;
import io.waymark.alerting.domain.AlertCommand.JudgementRestated;
import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import io.waymark.alerting.domain.AlertDesk;
import io.waymark.alerting.domain.AlertStore;
import io.waymark.alerting.domain.Bureau;
import io.waymark.alerting.domain.SubjectKey;
import io.waymark.alerting.domain.SubjectKind;
import io.waymark.alerting.wire.BureauWire;
import io.waymark.alerting.wire.CourseWire;
import io.waymark.alerting.wire.DutyWire;
import io.waymark.alerting.wire.RestatementReader;
import io.waymark.alerting.wire.VerdictReader;
import io.waymark.outbox.BatchHandler;
import io.waymark.outbox.ReceivedEvent;
import io.waymark.proto.indicator.v1.JudgementEvent;
import io.waymark.proto.registry.v1.BureauEvent;
import io.waymark.proto.registry.v1.DutyEvent;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectEvent;
import io.waymark.proto.registry.v1.ProjectState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** Where it is told which bureaus support a project. */
  public static final String PROJECTS = "waymark.registry.project.v1";

  /** Where it is told what is no longer true of a past date. */
  public static final String RESTATEMENTS = "waymark.indicator.restatement.v1";

  /** Where it is told which report a project owes next. */
  public static final String DUTIES = "waymark.registry.duty.v1";

  /** Everything that is read. */
  public static final List<String> TOPICS =
      List.of(BUREAUS, PROJECTS, DUTIES, JUDGEMENTS, RESTATEMENTS);

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
    List<ProjectEvent> projects = new ArrayList<>();
    List<SubjectJudged> judgements = new ArrayList<>();
    List<JudgementRestated> restatements = new ArrayList<>();
    Map<SubjectKey, List<DutyTold>> duties = new LinkedHashMap<>();
    for (ReceivedEvent event : events) {
      switch (event.topic()) {
        case BUREAUS -> bureaus.add(bureau(event));
        case PROJECTS -> projects.add(project(event));
        case DUTIES -> duty(event, duties);
        case JUDGEMENTS -> judgement(event).ifPresent(judgements::add);
        case RESTATEMENTS -> restatements.add(restatement(event));
        default ->
            throw new IllegalArgumentException(
                "topic: " + event.topic() + " (expected: one of " + TOPICS + ")");
      }
    }
    AlertStore store = stores.apply(tx);
    if (!bureaus.isEmpty()) {
      desk.bureausChanged(store, bureaus);
    }
    for (ProjectEvent project : projects) {
      ProjectState state = project.getState();
      Project registered = state.getProject();
      SubjectKey key =
          new SubjectKey(SubjectKind.PROJECT, registered.getPlanId(), registered.getProjectId());
      store.keepSupporting(key, registered.getSupportingBureauIdsList(), state.getVersion());
    }
    if (!judgements.isEmpty()) {
      desk.judged(store, judgements);
    }
    // After the judgements that the same reports led to: what came is judged by its figure.
    if (!duties.isEmpty()) {
      desk.dutiesTold(store, duties);
    }
    // After what is true of today, so that a record that is over is restated as such.
    if (!restatements.isEmpty()) {
      desk.restated(store, restatements);
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
   * closes an alert, nor counts as the newest version. They come on a topic of their own; one that
   * strays onto this topic is let pass.
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

  private static void duty(ReceivedEvent event, Map<SubjectKey, List<DutyTold>> duties) {
    try {
      DutyEvent duty = DutyEvent.parseFrom(event.payload());
      SubjectKey key = new SubjectKey(SubjectKind.PROJECT, duty.getPlanId(), duty.getProjectId());
      duties
          .computeIfAbsent(key, subject -> new ArrayList<>())
          .add(DutyWire.read(duty, event.id(), event.time(), event.published()));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("payload: (expected: a DutyEvent)", e);
    }
  }

  private static ProjectEvent project(ReceivedEvent event) {
    try {
      return ProjectEvent.parseFrom(event.payload());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("payload: (expected: a ProjectEvent)", e);
    }
  }

  private static JudgementRestated restatement(ReceivedEvent event) {
    try {
      return RestatementReader.read(
          io.waymark.proto.indicator.v1.JudgementRestated.parseFrom(event.payload()),
          event.id(),
          event.time(),
          event.published());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("payload: (expected: a JudgementRestated)", e);
    }
  }
}
