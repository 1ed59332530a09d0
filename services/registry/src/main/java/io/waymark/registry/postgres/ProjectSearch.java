package io.waymark.registry.postgres;

import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import io.waymark.registry.app.ProjectFilter;
import io.waymark.registry.app.ProjectQuery;
import io.waymark.registry.domain.ProjectState;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Finds projects by the columns that are kept beside their states. */
final class ProjectSearch {
  private final DSLContext db;

  ProjectSearch(DSLContext db) {
    this.db = db;
  }

  List<ProjectState> find(ProjectQuery query) {
    ProjectFilter filter = query.filter();
    String texts =
        String.join(
            "",
            query.planId(),
            query.after(),
            filter.category(),
            filter.leadBureauId(),
            filter.district(),
            filter.parentProjectId(),
            filter.bureauId(),
            filter.search());
    if (!Rows.isStorable(texts)) {
      return List.of();
    }
    return db.resultQuery(
            """
            select state from project
            where plan_id = {0} and project_id > {1} and {2}
            order by project_id
            limit {3}
            """,
            val(query.planId()), val(query.after()), condition(filter), val(query.limit()))
        .fetch()
        .map(Rows::projectState);
  }

  private static Condition condition(ProjectFilter filter) {
    Condition all =
        equal("category = ?", filter.category())
            .and(equal("lead_bureau_id = ?", filter.leadBureauId()))
            .and(equal("district = ?", filter.district()))
            .and(equal("parent_project_id = ?", filter.parentProjectId()))
            .and(equal("? = any(bureau_ids)", filter.bureauId()))
            .and(equal("strpos(search, ?) > 0", filter.search().toLowerCase(Locale.ROOT)));
    if (!filter.phases().isEmpty()) {
      String[] phases = filter.phases().stream().map(Enum::name).toArray(String[]::new);
      all = all.and(DSL.condition("phase = any(?)", (Object) phases));
    }
    if (filter.kind().isPresent()) {
      all = all.and(equal("kind = ?", filter.kind().get().name()));
    }
    return filter.stoppedOn().isEmpty()
        ? all
        : all.and(DSL.condition("stops @> ?::date", filter.stoppedOn().get().toString()));
  }

  private static Condition equal(String sql, String value) {
    return value.isEmpty() ? trueCondition() : DSL.condition(sql, value);
  }
}
