package io.waymark.registry.postgres;

import com.google.protobuf.InvalidProtocolBufferException;
import io.waymark.calendar.WorkingCalendar;
import io.waymark.calendar.reporting.DueRules;
import io.waymark.calendar.reporting.Duty;
import io.waymark.calendar.reporting.Filing;
import io.waymark.calendar.reporting.ReportingCalendar;
import io.waymark.outbox.OutboxMessage;
import io.waymark.outbox.PostgresOutbox;
import io.waymark.proto.type.v1.ReportingDuty;
import io.waymark.registry.domain.ProjectChange;
import io.waymark.registry.domain.ProjectEvent;
import io.waymark.registry.domain.ProjectKey;
import io.waymark.registry.domain.ProjectState;
import io.waymark.registry.domain.ReportedProject;
import io.waymark.registry.domain.ReportingDuties;
import io.waymark.registry.domain.RuleSetting;
import io.waymark.registry.wire.DutyWire;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Tells which report each project owes next, whenever that changes. */
final class Duties {
  private static final String TOPIC = "waymark.registry.duty.v1";
  private static final String TYPE = "waymark.registry.v1.DutyEvent";

  private final DSLContext tx;
  private final PostgresOutbox outbox;
  private final ZoneId zone;

  Duties(DSLContext tx, PostgresOutbox outbox, ZoneId zone) {
    this.tx = tx;
    this.outbox = outbox;
    this.zone = zone;
  }

  /** One project's row: what was told, and what it follows from. */
  private record Told(
      Instant registeredAt, @Nullable LocalDate answeredTo, long version, ReportingDuty duty) {
    Told answered(@Nullable LocalDate day) {
      boolean later = day != null && (answeredTo == null || day.isAfter(answeredTo));
      return later ? new Told(registeredAt, day, version, duty) : this;
    }
  }

  /** After changes of projects, whose rows the transaction has locked. */
  void changed(List<ProjectChange> changes) {
    Map<ProjectKey, ProjectState> last = new TreeMap<>();
    changes.forEach(change -> last.put(change.state().definition().key(), change.state()));
    Map<ProjectKey, Told> kept = told(last.keySet());
    Map<ProjectKey, Told> told = new TreeMap<>(kept);
    for (ProjectChange change : changes) {
      ProjectKey key = change.state().definition().key();
      Told held =
          told.getOrDefault(
              key, new Told(change.recordedAt(), null, 0, ReportingDuty.getDefaultInstance()));
      told.put(key, held.answered(speaksOf(change.event())));
    }
    tell(last, kept, told, changes.getLast().recordedAt());
  }

  private static @Nullable LocalDate speaksOf(ProjectEvent event) {
    return event instanceof ProjectEvent.Reported reported ? reported.report().asOf() : null;
  }

  /** After a rule that holds for all projects of a plan, or for one of them. */
  void ruled(RuleSetting setting) {
    Map<ProjectKey, ProjectState> states = new TreeMap<>();
    tx.fetch(
            """
            select state from project where plan_id = ? and (? = '' or project_id = ?)
            order by plan_id, project_id for update
            """,
            setting.planId(),
            setting.entry().subjectId(),
            setting.entry().subjectId())
        .map(Rows::projectState)
        .forEach(state -> states.put(state.definition().key(), state));
    Map<ProjectKey, Told> told = told(states.keySet());
    states.keySet().retainAll(told.keySet());
    tell(states, told, told, setting.recordedAt());
  }

  private void tell(
      Map<ProjectKey, ProjectState> states,
      Map<ProjectKey, Told> kept,
      Map<ProjectKey, Told> told,
      Instant at) {
    Map<String, ReportingCalendar> calendars = calendars(states.keySet());
    List<OutboxMessage> messages = new ArrayList<>();
    Map<ProjectKey, Told> rows = new TreeMap<>();
    states.forEach((key, state) -> {
      Told held = told.get(key);
      ReportingCalendar calendar = calendars.get(key.planId());
      if (held == null || calendar == null) {
        return;
      }
      ReportingDuty duty = DutyWire.duty(state.definition(), next(state, held, calendar, at));
      boolean news = !duty.equals(held.duty());
      Told now =
          new Told(
              held.registeredAt(),
              held.answeredTo(),
              news ? held.version() + 1 : held.version(),
              duty);
      if (!now.equals(kept.get(key))) {
        rows.put(key, now);
      }
      if (news) {
        byte[] payload = DutyWire.event(key, duty, now.version(), at).toByteArray();
        messages.add(new OutboxMessage(TOPIC, key.toString(), TYPE, payload));
      }
    });
    if (!rows.isEmpty()) {
      keep(rows);
      outbox.append(tx, messages);
    }
  }

  /** Of what came only the newest counts: a state answers for all periods before it. */
  private Optional<Duty> next(
      ProjectState state, Told held, ReportingCalendar calendar, Instant at) {
    LocalDate today = LocalDate.ofInstant(at, zone);
    LocalDate answered = held.answeredTo();
    List<Filing> filings = answered == null ? List.of() : List.of(new Filing(answered, today));
    return ReportingDuties.of(
            new ReportedProject(state, held.registeredAt(), state.reports()), zone)
        .flatMap(obligation -> calendar.next(obligation, filings, today));
  }

  private Map<String, ReportingCalendar> calendars(Collection<ProjectKey> keys) {
    PostgresReportingStore rules = new PostgresReportingStore(tx, outbox, zone);
    return keys.stream()
        .map(ProjectKey::planId)
        .distinct()
        .collect(
            Collectors.toMap(
                plan -> plan,
                plan ->
                    new ReportingCalendar(
                        new DueRules(
                            rules.rules(plan, Instant.MAX).stream()
                                .map(RuleSetting::entry)
                                .toList(),
                            DueRules.OF_PROJECTS),
                        WorkingCalendar.shipped())));
  }

  private Map<ProjectKey, Told> told(Collection<ProjectKey> keys) {
    Map<ProjectKey, Told> told = new TreeMap<>();
    tx.fetch(
            """
            select * from project_duty where (plan_id, project_id) in (select * from unnest(?, ?))
            """,
            keys.stream().map(ProjectKey::planId).toArray(String[]::new),
            keys.stream().map(ProjectKey::projectId).toArray(String[]::new))
        .forEach(row ->
            told.put(
                new ProjectKey(
                    row.get("plan_id", String.class), row.get("project_id", String.class)),
                row(row)));
    return told;
  }

  private static Told row(Record row) {
    byte @Nullable [] duty = row.get("duty", byte[].class);
    try {
      return new Told(
          row.get("registered_at", OffsetDateTime.class).toInstant(),
          row.get("answered_to", LocalDate.class),
          row.get("version", long.class),
          duty == null ? ReportingDuty.getDefaultInstance() : ReportingDuty.parseFrom(duty));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("column duty cannot be read", e);
    }
  }

  private void keep(Map<ProjectKey, Told> rows) {
    Collection<Told> told = rows.values();
    tx.execute(
        """
        insert into project_duty (plan_id, project_id, registered_at, answered_to, version, duty)
        select * from unnest(?, ?, ?, ?, ?, ?)
        on conflict (plan_id, project_id) do update set
          answered_to = excluded.answered_to, version = excluded.version, duty = excluded.duty
        """,
        rows.keySet().stream().map(ProjectKey::planId).toArray(String[]::new),
        rows.keySet().stream().map(ProjectKey::projectId).toArray(String[]::new),
        told.stream().map(one -> Rows.time(one.registeredAt())).toArray(OffsetDateTime[]::new),
        told.stream().map(Told::answeredTo).toArray(LocalDate[]::new),
        told.stream().map(Told::version).toArray(Long[]::new),
        told.stream().map(Duties::bytes).toArray(byte[][]::new));
  }

  private static byte @Nullable [] bytes(Told told) {
    return told.duty().getPeriodEnd().isEmpty() ? null : told.duty().toByteArray();
  }
}
