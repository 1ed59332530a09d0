package io.waymark.registry.postgres;

import io.waymark.registry.app.StoredReply;
import io.waymark.registry.domain.BureauChange;
import io.waymark.registry.domain.BureauEvent;
import io.waymark.registry.domain.ProjectChange;
import io.waymark.registry.domain.ProjectEvent;
import io.waymark.registry.domain.ProjectKey;
import io.waymark.registry.domain.ProjectState;
import io.waymark.registry.wire.BureauWire;
import io.waymark.registry.wire.EventWire;
import io.waymark.registry.wire.ProjectWire;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.DSLContext;

/** Writes many rows with one statement each: a column goes over as one array. */
final class Writes {
  private final DSLContext tx;

  Writes(DSLContext tx) {
    this.tx = tx;
  }

  void projectEvents(List<ProjectChange> changes) {
    tx.execute(
        """
        insert into project_event (plan_id, project_id, version, kind, valid_on, recorded_at,
          actor_name, actor_person, actor_bureau, channel, body)
        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        column(changes, c -> key(c).planId(), String[]::new),
        column(changes, c -> key(c).projectId(), String[]::new),
        column(changes, c -> c.state().version(), Long[]::new),
        column(changes, c -> EventWire.kind(c.event()), String[]::new),
        column(changes, Writes::validOn, LocalDate[]::new),
        column(changes, c -> Rows.time(c.recordedAt()), OffsetDateTime[]::new),
        column(changes, c -> c.actor().name(), String[]::new),
        column(changes, c -> c.actor().person(), Boolean[]::new),
        column(changes, c -> c.actor().bureauId(), String[]::new),
        column(changes, c -> c.actor().channel(), String[]::new),
        column(changes, c -> EventWire.body(c.event()), byte[][]::new));
  }

  /**
   * Of several changes of one project the last is its state; the reports among all of them are
   * counted.
   */
  void projects(List<ProjectChange> changes) {
    Map<ProjectKey, ProjectState> last = new TreeMap<>();
    Map<ProjectKey, Long> reports = new TreeMap<>();
    for (ProjectChange change : changes) {
      last.put(key(change), change.state());
      long one = change.event() instanceof ProjectEvent.Reported ? 1 : 0;
      reports.merge(key(change), one, Long::sum);
    }
    Collection<ProjectState> states = last.values();
    tx.execute(
        """
        insert into project as p
          (plan_id, project_id, version, category, lead_bureau_id, reports, state,
           phase, kind, district, parent_project_id, search, bureau_ids, stops)
        select plan_id, project_id, version, category, lead_bureau_id, reports, state,
          phase, kind, district, parent_project_id, search, bureau_ids::text[],
          stops::datemultirange
        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          as n(plan_id, project_id, version, category, lead_bureau_id, reports, state,
            phase, kind, district, parent_project_id, search, bureau_ids, stops)
        on conflict (plan_id, project_id) do update set
          version = excluded.version,
          category = excluded.category,
          lead_bureau_id = excluded.lead_bureau_id,
          reports = p.reports + excluded.reports,
          state = excluded.state,
          phase = excluded.phase,
          kind = excluded.kind,
          district = excluded.district,
          parent_project_id = excluded.parent_project_id,
          search = excluded.search,
          bureau_ids = excluded.bureau_ids,
          stops = excluded.stops
        """,
        column(states, s -> s.definition().key().planId(), String[]::new),
        column(states, s -> s.definition().key().projectId(), String[]::new),
        column(states, ProjectState::version, Long[]::new),
        column(states, s -> s.definition().category(), String[]::new),
        column(states, s -> s.definition().leadBureauId(), String[]::new),
        reports.values().toArray(Long[]::new),
        column(states, s -> ProjectWire.state(s).toByteArray(), byte[][]::new),
        column(states, s -> s.phase().name(), String[]::new),
        column(states, s -> s.definition().details().kind().name(), String[]::new),
        column(states, s -> s.definition().details().place().district(), String[]::new),
        column(states, s -> s.definition().details().parentProjectId(), String[]::new),
        column(states, ProjectColumns::search, String[]::new),
        column(states, ProjectColumns::bureaus, String[]::new),
        column(states, ProjectColumns::stops, String[]::new));
  }

  void bureauEvents(List<BureauChange> changes) {
    tx.execute(
        """
        insert into bureau_event (bureau_id, version, kind, recorded_at,
          actor_name, actor_person, actor_bureau, channel, body)
        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        column(changes, c -> c.state().bureau().bureauId(), String[]::new),
        column(changes, c -> c.state().version(), Long[]::new),
        column(changes, Writes::kind, String[]::new),
        column(changes, c -> Rows.time(c.recordedAt()), OffsetDateTime[]::new),
        column(changes, c -> c.actor().name(), String[]::new),
        column(changes, c -> c.actor().person(), Boolean[]::new),
        column(changes, c -> c.actor().bureauId(), String[]::new),
        column(changes, c -> c.actor().channel(), String[]::new),
        column(changes, Writes::bureauBody, byte[][]::new));
  }

  void bureaus(List<BureauChange> changes) {
    tx.execute(
        """
        insert into bureau (bureau_id, version, state)
        select * from unnest(?, ?, ?)
        on conflict (bureau_id) do update set version = excluded.version, state = excluded.state
        """,
        column(changes, c -> c.state().bureau().bureauId(), String[]::new),
        column(changes, c -> c.state().version(), Long[]::new),
        column(changes, Writes::bureauBody, byte[][]::new));
  }

  void replies(List<StoredReply> replies) {
    tx.execute(
        """
        insert into command_reply
          (bureau_id, idempotency_key, fingerprint, report_id, version, recorded_at)
        select * from unnest(?, ?, ?, ?, ?, ?)
        """,
        column(replies, r -> r.key().bureauId(), String[]::new),
        column(replies, r -> r.key().idempotencyKey(), String[]::new),
        column(replies, r -> HexFormat.of().parseHex(r.fingerprint()), byte[][]::new),
        column(replies, r -> r.reply().reportId(), String[]::new),
        column(replies, r -> r.reply().version(), Long[]::new),
        column(replies, r -> Rows.time(r.reply().recordedAt()), OffsetDateTime[]::new));
  }

  private static ProjectKey key(ProjectChange change) {
    return change.state().definition().key();
  }

  private static LocalDate validOn(ProjectChange change) {
    return switch (change.event()) {
      case ProjectEvent.Registered _, ProjectEvent.Revised _ -> recordedOn(change);
      case ProjectEvent.Reported(var report) -> report.asOf();
      case ProjectEvent.Suspended(var suspension) -> suspension.from();
      case ProjectEvent.Resumed resumed -> resumed.from();
      case ProjectEvent.Moved(var move) -> move.date();
      case ProjectEvent.Rescheduled(var version) -> version.effective().orElse(recordedOn(change));
    };
  }

  private static LocalDate recordedOn(ProjectChange change) {
    return LocalDate.ofInstant(change.recordedAt(), ZoneOffset.UTC);
  }

  private static String kind(BureauChange change) {
    return switch (change.event()) {
      case BureauEvent.Registered _ -> "registered";
      case BureauEvent.Revised _ -> "revised";
    };
  }

  private static byte[] bureauBody(BureauChange change) {
    return BureauWire.bureau(change.event().bureau()).toByteArray();
  }

  private static <T, C> Object column(
      Collection<T> rows, Function<T, C> value, IntFunction<C[]> array) {
    return rows.stream().map(value).toArray(array);
  }
}
