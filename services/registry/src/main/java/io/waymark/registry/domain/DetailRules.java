package io.waymark.registry.domain;

import io.waymark.refusals.Expected;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads place, list and money of a project, or names every violation. */
final class DetailRules {
  private static final int MOST_LINES = 100;

  private final Faults faults;
  private final Fields fields;

  DetailRules(Faults faults) {
    this.faults = faults;
    this.fields = new Fields(faults);
  }

  ProjectDetails read(DetailsDraft draft) {
    Optional<BigDecimal> budget = fields.amountNotNegative("budget", draft.budget());
    return new ProjectDetails(
        place(draft.place()),
        draft.parentProjectId(),
        budget,
        funding(draft.funding(), budget),
        fields.choice("kind", draft.kind(), ProjectKind.PROJECT, EnumSet.allOf(ProjectKind.class)));
  }

  private Place place(PlaceDraft draft) {
    if (!draft.district().isEmpty()) {
      fields.id("place.district", draft.district());
    }
    fields.text("place.address.zh", draft.address().zh(), 200);
    fields.text("place.address.en", draft.address().en(), 200);
    Optional<Double> latitude = degrees("place.latitude", draft.latitude(), 90);
    Optional<Double> longitude = degrees("place.longitude", draft.longitude(), 180);
    if (draft.latitude().isPresent() != draft.longitude().isPresent()) {
      faults.add(
          draft.latitude().isPresent() ? "place.longitude" : "place.latitude",
          "",
          Expected.BOTH_COORDINATES.with());
    }
    return new Place(
        draft.district(),
        draft.address(),
        latitude.flatMap(north -> longitude.map(east -> new Place.Coordinates(north, east))));
  }

  private Optional<Double> degrees(String field, OptionalDouble degrees, int most) {
    if (degrees.isEmpty()) {
      return Optional.empty();
    }
    double value = degrees.getAsDouble();
    if (!(value >= -most && value <= most)) {
      faults.add(field, Double.toString(value), Expected.BETWEEN.with(-most, most));
      return Optional.empty();
    }
    return Optional.of(value + 0.0); // -0.0 becomes 0.0
  }

  private List<FundingLine> funding(List<FundingDraft> drafts, Optional<BigDecimal> budget) {
    if (drafts.size() > MOST_LINES) {
      faults.add(
          "funding", Integer.toString(drafts.size()), Expected.AT_MOST_ITEMS.with(MOST_LINES));
    }
    List<FundingLine> lines = new ArrayList<>(drafts.size());
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < drafts.size(); i++) {
      FundingLine line = line(faults.at("funding[" + i + "]"), drafts.get(i));
      lines.add(line);
      sum = sum.add(line.amount());
    }
    if (budget.isPresent() && sum.compareTo(budget.get()) > 0) {
      faults.add(
          "funding",
          sum.toPlainString(),
          Expected.WITHIN_BUDGET.with(budget.get().toPlainString()));
    }
    return lines;
  }

  private static FundingLine line(Faults here, FundingDraft draft) {
    Fields fields = new Fields(here);
    if (draft.source().isEmpty()) {
      here.add(
          "source", "", Expected.ONE_OF.with(Fields.names(EnumSet.allOf(FundingSource.class))));
    }
    if (draft.amount().isEmpty()) {
      here.add("amount", "", Expected.NUMBER.with());
    }
    return new FundingLine(
        fields.choice(
            "source", draft.source(), FundingSource.OTHER, EnumSet.allOf(FundingSource.class)),
        fields.amountNotNegative("amount", draft.amount()).orElse(BigDecimal.ZERO),
        fields.choice(
            "provenance",
            draft.provenance(),
            Provenance.REPORTED,
            EnumSet.allOf(Provenance.class)));
  }
}
