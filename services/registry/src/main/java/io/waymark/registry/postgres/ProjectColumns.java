package io.waymark.registry.postgres;

import io.waymark.registry.domain.ProjectDefinition;
import io.waymark.registry.domain.ProjectState;
import io.waymark.registry.domain.Suspension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is kept beside a project's state so that it can be found. */
public final class ProjectColumns {
  private ProjectColumns() {}

  /** Those that lead or support it, as PostgreSQL writes an array; ids need no quotes. */
  public static String bureaus(ProjectState state) {
    ProjectDefinition definition = state.definition();
    List<String> bureaus = new ArrayList<>();
    bureaus.add(definition.leadBureauId());
    bureaus.addAll(definition.supportingBureauIds());
    return "{" + String.join(",", bureaus) + "}";
  }

  /** Id and names in lower case. */
  public static String search(ProjectState state) {
    ProjectDefinition definition = state.definition();
    return String.join(
            "\n", definition.key().projectId(), definition.name().zh(), definition.name().en())
        .toLowerCase(Locale.ROOT);
  }

  /** The days on which its clock stands, as PostgreSQL writes a multirange. */
  public static String stops(ProjectState state) {
    return state.suspensions().stream()
        .map(ProjectColumns::range)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String range(Suspension stop) {
    return "[" + stop.from() + "," + stop.until().map(Object::toString).orElse("") + ")";
  }
}
