package io.waymark.indicator.kafka;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.InvalidProtocolBufferException;
import io.waymark.indicator.domain.Lateness;
import io.waymark.indicator.postgres.JudgingRun;
import io.waymark.indicator.postgres.Late;
import io.waymark.indicator.postgres.Mirror;
import io.waymark.indicator.postgres.Subject;
import io.waymark.indicator.postgres.Trigger;
import io.waymark.indicator.postgres.Verdicts;
import io.waymark.outbox.BatchHandler;
import io.waymark.outbox.ReceivedEvent;
import io.waymark.proto.registry.v1.BureauEvent;
import io.waymark.proto.registry.v1.ProjectEvent;
import io.waymark.proto.registry.v1.ProjectState;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;

/** Keeps what the registry says, and judges whatever stands on it. */
public final class RegistryEvents implements BatchHandler {
  /** Where projects are told of. */
  public static final String PROJECTS = "waymark.registry.project.v1";

  /** Where bureaus are told of. */
  public static final String BUREAUS = "waymark.registry.bureau.v1";

  private final Clock clock;
  private final Verdicts verdicts;

  /** Creates the handler. */
  public RegistryEvents(Clock clock, Verdicts verdicts) {
    this.clock = clock;
    this.verdicts = verdicts;
  }

  /** A project event of this batch. */
  private record Told(ReceivedEvent envelope, ProjectEvent event) {
    String planId() {
      return event.getState().getProject().getPlanId();
    }

    String projectId() {
      return event.getState().getProject().getProjectId();
    }
  }

  @Override
  public void handle(DSLContext tx, List<ReceivedEvent> events) {
    Mirror mirror = new Mirror(tx, clock.instant());
    Map<String, List<Told>> byPlan = new LinkedHashMap<>();
    for (ReceivedEvent event : events) {
      if (event.topic().equals(BUREAUS)) {
        mirror.bureau(bureau(event));
      } else {
        Told told = new Told(event, project(event));
        byPlan.computeIfAbsent(told.planId(), plan -> new ArrayList<>()).add(told);
      }
    }
    byPlan.forEach((plan, told) -> judge(tx, mirror, plan, told));
  }

  /**
   * Judges the projects and what they feed together: the work of a batch is one load and one write.
   * Of several events of one project only the last state is judged; a target that several of them
   * feed names the last of them as its cause.
   */
  private void judge(DSLContext tx, Mirror mirror, String planId, List<Told> told) {
    JudgingRun run = new JudgingRun(tx, clock, verdicts);
    // Before the first of them is written, so that the order of locks is not that of the events.
    run.lock(planId, told.stream().map(one -> Subject.project(one.projectId())).toList());
    Map<String, ProjectState> before =
        mirror.held(planId, told.stream().map(Told::projectId).toList());
    List<Told> latest =
        latest(
            told.stream().filter(one -> mirror.project(one.event(), one.envelope().id())).toList());
    Map<String, Set<String>> fed =
        JudgingRun.fedBy(tx, planId, latest.stream().map(Told::projectId).toList());
    Map<Subject, Trigger> triggers = new LinkedHashMap<>();
    Map<Subject, Late> late = new LinkedHashMap<>();
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    for (Told one : latest) {
      Trigger trigger =
          new Trigger(one.envelope().id(), one.projectId(), one.envelope().traceparent());
      List<Subject> touched = touched(one, fed);
      touched.forEach(subject -> triggers.put(subject, trigger));
      Lateness.of(before.get(one.projectId()), one.event().getState(), today)
          .map(lateness -> new Late(trigger, lateness))
          .ifPresent(since -> touched.forEach(subject -> late.merge(subject, since, Late::and)));
    }
    run.judge(planId, triggers.keySet(), subject -> requireNonNull(triggers.get(subject)), late);
  }

  /** The project, and what it feeds. */
  private static List<Subject> touched(Told one, Map<String, Set<String>> fed) {
    List<Subject> touched = new ArrayList<>();
    touched.add(Subject.project(one.projectId()));
    fed.getOrDefault(one.projectId(), Set.of()).forEach(id -> touched.add(Subject.indicator(id)));
    return touched;
  }

  private static List<Told> latest(List<Told> fresh) {
    Map<String, Told> latest = new LinkedHashMap<>();
    fresh.forEach(one -> {
      latest.remove(one.projectId()); // so that the newest stands last
      latest.put(one.projectId(), one);
    });
    return List.copyOf(latest.values());
  }

  private static BureauEvent bureau(ReceivedEvent event) {
    try {
      return BureauEvent.parseFrom(event.payload());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("no BureauEvent: " + event.id(), e);
    }
  }

  private static ProjectEvent project(ReceivedEvent event) {
    try {
      return ProjectEvent.parseFrom(event.payload());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("no ProjectEvent: " + event.id(), e);
    }
  }
}
