package io.waymark.indicator.postgres;

import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Observation;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;

/** The figures of indicators that are the same quantity in comparable places. */
final class Comparables {
  private final DSLContext db;
  private final String planId;
  private final OffsetDateTime knownAt;

  Comparables(DSLContext db, String planId, OffsetDateTime knownAt) {
    this.db = db;
    this.planId = planId;
    this.knownAt = knownAt;
  }

  /** By indicator id: the figures of the others of its class, place by place. */
  Map<String, List<List<Observation>>> of(Collection<Indicator> indicators) {
    List<Indicator> classed =
        indicators.stream().filter(i -> !i.getReferenceClass().isEmpty()).toList();
    Map<String, Map<String, List<Observation>>> found = new HashMap<>();
    if (!classed.isEmpty()) {
      db.fetch(
              """
              select distinct on (w.indicator_id, i.plan_id, i.indicator_id, o.period_end)
                w.indicator_id, i.plan_id, i.indicator_id, o.body
              from unnest(?::text[], ?::text[]) as w(indicator_id, reference_class)
              join indicator i on i.reference_class = w.reference_class
                and (i.plan_id, i.indicator_id) <> (?, w.indicator_id)
              join observation o on o.plan_id = i.plan_id and o.indicator_id = i.indicator_id
              where o.recorded_at <= ?::timestamptz
              order by w.indicator_id, i.plan_id, i.indicator_id, o.period_end, o.seq desc
              """,
              classed.stream().map(Indicator::getIndicatorId).toArray(String[]::new),
              classed.stream().map(Indicator::getReferenceClass).toArray(String[]::new),
              planId,
              knownAt)
          .forEach(r ->
              found
                  .computeIfAbsent(r.get(0, String.class), id -> new TreeMap<>())
                  .computeIfAbsent(
                      place(r.get(1, String.class), r.get(2, String.class)), p -> new ArrayList<>())
                  .add(Bytes.parse(Observation.parser(), r.get(3, byte[].class))));
    }
    Map<String, List<List<Observation>>> places = new HashMap<>();
    found.forEach((id, byPlace) -> places.put(id, List.copyOf(byPlace.values())));
    return places;
  }

  /** Places are taken in this order, here and in a replay. */
  static String place(String planId, String indicatorId) {
    return planId + "/" + indicatorId;
  }
}
