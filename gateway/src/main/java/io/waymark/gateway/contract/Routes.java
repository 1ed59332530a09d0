package io.waymark.gateway.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** All REST routes of the contracts. */
public final class Routes {
  private final List<Binding> bindings;

  private Routes(List<Binding> bindings) {
    this.bindings = bindings;
  }

  /** What a verb and a path lead to. */
  public sealed interface Match {
    /** A route and the values of its path variables. */
    record Found(Binding binding, Map<String, String> variables) implements Match {}

    /** The path is known, with other verbs only. */
    record OtherVerb(List<String> allowed) implements Match {}

    /** No such path. */
    record None() implements Match {}
  }

  /** Collects the annotated methods; a closer path comes before one with more variables. */
  public static Routes of(Contracts contracts) {
    return new Routes(
        contracts.services().stream()
            .flatMap(service -> service.getMethods().stream())
            .map(Binding::of)
            .flatMap(Optional::stream)
            .sorted(Comparator.comparingInt((Binding binding) -> -binding.path().literals()))
            .toList());
  }

  /** Every route. */
  public List<Binding> all() {
    return bindings;
  }

  /** Finds the route of a request by its decoded path segments. */
  public Match match(String verb, List<String> segments) {
    var allowed = new TreeSet<String>();
    for (Binding binding : bindings) {
      Optional<Map<String, String>> variables = binding.path().match(segments);
      if (variables.isPresent() && binding.verb().equals(verb)) {
        return new Match.Found(binding, variables.get());
      }
      variables.ifPresent(_ -> allowed.add(binding.verb()));
    }
    return allowed.isEmpty() ? new Match.None() : new Match.OtherVerb(List.copyOf(allowed));
  }
}
