package io.waymark.registry.wire;

import io.waymark.proto.registry.v1.FundingLine;
import io.waymark.proto.registry.v1.Place;
import io.waymark.proto.registry.v1.Project;
import io.waymark.registry.domain.DetailsDraft;
import io.waymark.registry.domain.FundingDraft;
import io.waymark.registry.domain.FundingSource;
import io.waymark.registry.domain.PlaceDraft;
import io.waymark.registry.domain.ProjectDetails;
import io.waymark.registry.domain.ProjectKind;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/** Place, parent and money of a project. */
final class DetailWire {
  private static final String KIND = "PROJECT_KIND_";
  private static final String SOURCE = "FUNDING_SOURCE_";
  private static final String PROVENANCE = "PROVENANCE_";

  private DetailWire() {}

  static DetailsDraft draft(Project project) {
    Place place = project.getPlace();
    return new DetailsDraft(
        new PlaceDraft(
            place.getDistrict(),
            TypeWire.text(place.getAddress()),
            place.hasLatitude() ? OptionalDouble.of(place.getLatitude()) : OptionalDouble.empty(),
            place.hasLongitude()
                ? OptionalDouble.of(place.getLongitude())
                : OptionalDouble.empty()),
        project.getParentProjectId(),
        project.getBudget(),
        project.getFundingList().stream()
            .map(line ->
                new FundingDraft(
                    TypeWire.word(line.getSource(), line.getSourceValue(), SOURCE),
                    line.getAmount(),
                    TypeWire.word(line.getProvenance(), line.getProvenanceValue(), PROVENANCE)))
            .toList(),
        TypeWire.word(project.getKind(), project.getKindValue(), KIND));
  }

  static ProjectDetails details(Project project) {
    return new ProjectDetails(
        project.hasPlace() ? place(project.getPlace()) : io.waymark.registry.domain.Place.NOWHERE,
        project.getParentProjectId(),
        TypeWire.decimal(project.getBudget()),
        project.getFundingList().stream().map(DetailWire::line).toList(),
        project.getKindValue() == 0
            ? ProjectKind.PROJECT
            : ProjectKind.valueOf(project.getKind().name().substring(KIND.length())));
  }

  static void write(ProjectDetails details, Project.Builder project) {
    if (!details.place().equals(io.waymark.registry.domain.Place.NOWHERE)) {
      project.setPlace(place(details.place()));
    }
    project
        .setParentProjectId(details.parentProjectId())
        .setBudget(TypeWire.decimal(details.budget()))
        .addAllFunding(details.funding().stream().map(DetailWire::line).toList())
        .setKind(kind(details.kind()));
  }

  static io.waymark.proto.registry.v1.ProjectKind kind(ProjectKind kind) {
    return io.waymark.proto.registry.v1.ProjectKind.valueOf(KIND + kind.name());
  }

  private static io.waymark.registry.domain.Place place(Place place) {
    return new io.waymark.registry.domain.Place(
        place.getDistrict(),
        TypeWire.text(place.getAddress()),
        place.hasLatitude()
            ? Optional.of(
                new io.waymark.registry.domain.Place.Coordinates(
                    place.getLatitude(), place.getLongitude()))
            : Optional.empty());
  }

  private static Place place(io.waymark.registry.domain.Place place) {
    Place.Builder to = Place.newBuilder().setDistrict(place.district());
    if (!place.address().equals(io.waymark.registry.domain.LocalizedText.EMPTY)) {
      to.setAddress(TypeWire.text(place.address()));
    }
    place.at().ifPresent(at -> to.setLatitude(at.latitude()).setLongitude(at.longitude()));
    return to.build();
  }

  private static io.waymark.registry.domain.FundingLine line(FundingLine line) {
    return new io.waymark.registry.domain.FundingLine(
        FundingSource.valueOf(line.getSource().name().substring(SOURCE.length())),
        new BigDecimal(line.getAmount()),
        TypeWire.provenance(line.getProvenance()));
  }

  private static FundingLine line(io.waymark.registry.domain.FundingLine line) {
    return FundingLine.newBuilder()
        .setSource(
            io.waymark.proto.registry.v1.FundingSource.valueOf(SOURCE + line.source().name()))
        .setAmount(line.amount().toPlainString())
        .setProvenance(TypeWire.provenance(line.provenance()))
        .build();
  }
}
