package io.waymark.indicator.postgres;

import io.waymark.proto.registry.v1.BureauEvent;
import io.waymark.proto.registry.v1.Contribution;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectEvent;
import io.waymark.proto.registry.v1.ProjectState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;

/** This service's copy of what the registry told. */
public final class Mirror {
  private final DSLContext tx;
  private final OffsetDateTime now;

  /** Creates the mirror within {@code tx}; what it learns is recorded at {@code now}. */
  public Mirror(DSLContext tx, Instant now) {
    this.tx = tx;
    this.now = now.atOffset(ZoneOffset.UTC);
  }

  /** Keeps a bureau unless a newer version is held. */
  public void bureau(BureauEvent event) {
    tx.execute(
        """
        insert into bureau (bureau_id, version, body) values (?, ?, ?)
        on conflict (bureau_id) do update set version = excluded.version, body = excluded.body
        where bureau.version < excluded.version
        """,
        event.getBureau().getBureauId(),
        event.getVersion(),
        event.getBureau().toByteArray());
    tx.execute(
        """
        insert into bureau_version (bureau_id, version, body, recorded_at)
        values (?, ?, ?, ?::timestamptz) on conflict do nothing
        """,
        event.getBureau().getBureauId(),
        event.getVersion(),
        event.getBureau().toByteArray(),
        now);
  }

  /** The states that are held of some projects, by project id. */
  public Map<String, ProjectState> held(String planId, Collection<String> projectIds) {
    Map<String, ProjectState> held = new HashMap<>();
    tx.fetch(
            """
            select v.project_id, v.body from project p
            join project_version v using (plan_id, project_id, version)
            where p.plan_id = ? and p.project_id = any(?)
            """,
            planId,
            projectIds.toArray(String[]::new))
        .forEach(r ->
            held.put(
                r.get(0, String.class),
                Bytes.parse(ProjectState.parser(), r.get(1, byte[].class))));
    return held;
  }

  /** Keeps a project's state; true if it is newer than what was held. */
  public boolean project(ProjectEvent event, String eventId) {
    Project project = event.getState().getProject();
    int moved =
        tx.execute(
            """
            insert into project (plan_id, project_id, version) values (?, ?, ?)
            on conflict (plan_id, project_id) do update set version = excluded.version
            where project.version < excluded.version
            """,
            project.getPlanId(),
            project.getProjectId(),
            event.getState().getVersion());
    tx.execute(
        """
        insert into project_version (plan_id, project_id, version, body, recorded_at, event_id)
        values (?, ?, ?, ?, ?::timestamptz, ?) on conflict do nothing
        """,
        project.getPlanId(),
        project.getProjectId(),
        event.getState().getVersion(),
        event.getState().toByteArray(),
        now,
        UUID.fromString(eventId));
    tx.execute(
        """
        insert into feeds (plan_id, indicator_id, project_id)
        select ?, indicator_id, ? from unnest(?::text[]) as indicator_id on conflict do nothing
        """,
        project.getPlanId(),
        project.getProjectId(),
        project.getContributionsList().stream()
            .map(Contribution::getIndicatorId)
            .distinct()
            .toArray(String[]::new));
    return moved > 0;
  }
}
