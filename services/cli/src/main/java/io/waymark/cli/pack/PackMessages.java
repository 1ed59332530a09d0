package io.waymark.cli.pack;

import static io.waymark.cli.pack.PackWords.provenance;
import static io.waymark.cli.pack.PackWords.text;

import io.waymark.cli.pack.PlanPack.Figure;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.indicator.v1.ReviseTargetRequest;
import io.waymark.proto.registry.v1.Bureau;
import io.waymark.proto.registry.v1.BureauClearing;
import io.waymark.proto.registry.v1.ImportBureausRequest;
import io.waymark.proto.registry.v1.ImportProjectsRequest;
import io.waymark.proto.type.v1.Provenance;
import java.util.List;

/** A pack in the words of the contracts: bureaus and figures here, the rest by kind. */
public final class PackMessages {
  /** What the indicator service takes. */
  private static final int LONGEST_SOURCE = 500;

  private final PlanPack pack;
  private final PlanMessages plan;
  private final ProjectMessages projects;

  /** Messages of one pack. */
  public PackMessages(PlanPack pack) {
    this.pack = pack;
    this.plan = new PlanMessages(pack);
    this.projects = new ProjectMessages(pack);
  }

  /** The plan with its indicators and targets. */
  public ImportPlanRequest plan() {
    return plan.plan();
  }

  /** The revisions of targets by document, in the order in which they take effect. */
  public List<ReviseTargetRequest> revisions() {
    return plan.revisions();
  }

  /** The projects with what they add to indicators, at most {@code size} in a request. */
  public List<ImportProjectsRequest> projects(int size) {
    return projects.projects(size);
  }

  /** All bureaus; an empty cell leaves what is there, a mark of its own empties the field. */
  public ImportBureausRequest bureaus() {
    ImportBureausRequest.Builder request = ImportBureausRequest.newBuilder();
    for (PlanPack.Bureau bureau : pack.bureaus()) {
      request.addBureaus(bureau(bureau));
      if (!bureau.cleared().isEmpty()) {
        request.addClearings(
            BureauClearing.newBuilder().setBureauId(bureau.id()).addAllFields(bureau.cleared()));
      }
    }
    return request.build();
  }

  /** A figure of the pack; the same figure always has the same key, a changed one another. */
  public RecordObservationRequest observation(Figure figure) {
    Provenance provenance = provenance(figure.assumed().contains("value"));
    String source = source(figure);
    String subject =
        String.join(
            "/", "pack", pack.plan().id(), figure.indicator(), figure.periodEnd().toString());
    String content =
        String.join(
            "|",
            figure.value().toPlainString(),
            figure.exactness().name(),
            provenance.name(),
            source);
    return RecordObservationRequest.newBuilder()
        .setPlanId(pack.plan().id())
        .setIndicatorId(figure.indicator())
        .setIdempotencyKey(ContentKey.of(subject, content))
        .setPeriodEnd(figure.periodEnd().toString())
        .setValue(figure.value().toPlainString())
        .setExactness(figure.exactness())
        .setProvenance(provenance)
        .setSource(source)
        .build();
  }

  private String source(Figure figure) {
    String line = figure.source().line() > 0 ? " 第 " + figure.source().line() + " 行" : "";
    String quote = figure.source().quote().isEmpty() ? "" : "：" + figure.source().quote();
    String source = pack.plan().source() + line + quote;
    return source.length() <= LONGEST_SOURCE ? source : source.substring(0, LONGEST_SOURCE);
  }

  private static Bureau bureau(PlanPack.Bureau bureau) {
    return bureau.more().toBuilder()
        .setBureauId(bureau.id())
        .setName(text(bureau.name()))
        .setParentBureauId(bureau.parent())
        .addAllEmails(bureau.emails())
        .setLanguage(bureau.language())
        .setProvenance(provenance(!bureau.assumed().isEmpty()))
        .build();
  }
}
