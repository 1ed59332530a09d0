package io.waymark.indicator.grpc;

import io.waymark.indicator.domain.Checks;
import io.waymark.indicator.postgres.Queries;
import io.waymark.judging.Rulebook;
import io.waymark.proto.indicator.v1.CompareRulebooksRequest;
import io.waymark.proto.indicator.v1.CompareRulebooksResponse;
import io.waymark.refusals.Expected;
import io.waymark.rulebooks.Rulebooks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads a request to compare rulebooks. */
final class Comparing {
  private static final int MOST = 20;

  private Comparing() {}

  static CompareRulebooksResponse compare(
      CompareRulebooksRequest request, Rulebooks known, Queries queries, LocalDate today) {
    Checks checks = new Checks();
    LocalDate asOf = checks.date("as_of", request.getAsOf(), true);
    List<Rulebook> rulebooks = new ArrayList<>();
    for (int i = 0; i < request.getRulebooksCount(); i++) {
      String name = request.getRulebooks(i);
      known
          .named(name)
          .filter(rulebook -> !name.isEmpty())
          .ifPresentOrElse(rulebooks::add, violation(checks, i, name, known));
    }
    int count = request.getRulebooksCount();
    checks.must(
        count == 0 || (count >= 2 && count <= MOST),
        "rulebooks",
        Integer.toString(count),
        Expected.ITEMS_OR_NONE.with(2, MOST));
    checks.raise();
    Instant knownAt =
        request.hasKnownAt()
            ? Instant.ofEpochSecond(
                request.getKnownAt().getSeconds(), request.getKnownAt().getNanos())
            : null;
    return queries.compare(
        request.getPlanId(),
        count == 0 ? known.newest() : rulebooks,
        asOf == null ? today : asOf,
        knownAt);
  }

  private static Runnable violation(Checks checks, int at, String name, Rulebooks known) {
    return () ->
        checks.violation(
            "rulebooks[" + at + "]", name, Expected.ONE_OF.with(String.join(", ", known.names())));
  }
}
