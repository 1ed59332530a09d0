package io.waymark.sheets.filing;

import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.IndicatorServiceGrpc.IndicatorServiceBlockingStub;
import io.waymark.proto.indicator.v1.ListIndicatorsRequest;
import io.waymark.proto.indicator.v1.ListObservationsRequest;
import io.waymark.proto.indicator.v1.Observation;
import io.waymark.sheets.form.Directory;
import io.waymark.sheets.form.KnownSubjects;
import io.waymark.sheets.form.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The indicators that a bureau observes. */
public final class Indicators {
  private final IndicatorServiceBlockingStub service;
  private final String planId;
  private final String bureau;

  /** Indicators of one bureau in one plan. */
  public Indicators(IndicatorServiceBlockingStub service, String planId, String bureau) {
    this.service = service;
    this.planId = planId;
    this.bureau = bureau;
  }

  /** Those that the bureau observes, by id. */
  public List<Indicator> led() {
    return service
        .listIndicators(ListIndicatorsRequest.newBuilder().setPlanId(planId).build())
        .getIndicatorsList()
        .stream()
        .filter(indicator -> indicator.getLeadBureauId().equals(bureau))
        .toList();
  }

  /** The figure of an indicator's newest period. */
  public Optional<Observation> newest(Indicator indicator) {
    return service
        .listObservations(
            ListObservationsRequest.newBuilder()
                .setPlanId(planId)
                .setIndicatorId(indicator.getIndicatorId())
                .build())
        .getObservationsList()
        .stream()
        .findFirst();
  }

  /** Where rows look up their indicators. */
  public Directory directory() {
    return new KnownSubjects(
        led().stream().map(Indicators::subject).toList(), _ -> new Directory.Found.None());
  }

  private static Subject subject(Indicator indicator) {
    List<String> units =
        Stream.of(indicator.getUnit().getZh(), indicator.getUnit().getEn())
            .filter(unit -> !unit.isBlank())
            .toList();
    return new Subject(
        indicator.getIndicatorId(),
        indicator.getName().getZh(),
        indicator.getName().getEn(),
        units);
  }
}
