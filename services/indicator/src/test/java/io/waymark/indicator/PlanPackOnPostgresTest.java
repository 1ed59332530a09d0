package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.indicator.domain.decomposition.Decomposing;
import io.waymark.indicator.postgres.PlanExport;
import io.waymark.indicator.postgres.PlanFamilies;
import io.waymark.proto.indicator.v1.Decomposition;
import io.waymark.proto.indicator.v1.DecompositionFault;
import io.waymark.proto.indicator.v1.DecompositionFinding;
import io.waymark.proto.indicator.v1.ExportPlanResponse;
import io.waymark.proto.indicator.v1.GetDecompositionResponse;
import io.waymark.proto.indicator.v1.ImportPlanRequest;
import io.waymark.proto.indicator.v1.PackCell;
import io.waymark.proto.indicator.v1.PackNotes;
import io.waymark.proto.indicator.v1.PackRow;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.indicator.v1.ReviseTargetRequest;
import io.waymark.proto.indicator.v1.Share;
import io.waymark.proto.indicator.v1.ShareKind;
import io.waymark.proto.indicator.v1.ShareMethod;
import io.waymark.proto.indicator.v1.Target;
import io.waymark.proto.indicator.v1.TargetLink;
import io.waymark.proto.type.v1.Provenance;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What a pack says beside definitions is kept, given back, and taken away by nothing but itself.
 */
@RealPartsTest
class PlanPackOnPostgresTest {
  private static final LocalDate TODAY = LocalDate.parse("2027-06-30");
  private final Desk desk;

  PlanPackOnPostgresTest(Parts parts) {
    desk = new Desk(parts);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aPackComesBackAsItWasStatedWithRevisionsApart() {
    ImportPlanRequest pack = pack().build();
    desk.plans.handle(pack, Rail.PLAN_OFFICE);
    published("2025-12-31", "578", Provenance.PROVENANCE_PUBLISHED);
    published("2026-12-31", "580", Provenance.PROVENANCE_REPORTED);
    desk.revision.handle(revision(), Rail.PLAN_OFFICE);

    ExportPlanResponse export = new PlanExport(desk.db).of(Rail.PLAN);

    assertThat(export.getPlan()).isEqualTo(pack.getPlan());
    assertThat(export.getIndicatorsList())
        .filteredOn(i -> i.getIndicatorId().equals(Rail.INDICATOR))
        .singleElement()
        .satisfies(i -> {
          Target stated = i.getTargets(0);
          assertThat(stated.getValue()).isEqualTo("645");
          assertThat(stated.getOfficialText()).isEqualTo("645公里");
          assertThat(stated.getAssumedFieldsList()).containsExactly("base_value", "value");
          assertThat(stated.getServes().getPlanId()).isEqualTo("hubei-15");
        });
    assertThat(export.getRevisionsList())
        .singleElement()
        .satisfies(revised -> {
          assertThat(revised.getValue()).isEqualTo("630");
          assertThat(revised.getInstrument().getDocument()).isEqualTo("武发改规〔2027〕3号");
          // What a document states is neither assumed nor as the table wrote it.
          assertThat(revised.getOfficialText()).isEmpty();
          assertThat(revised.getAssumedFieldsList()).containsExactly("base_value");
        });
    assertThat(export.getFiguresList())
        .singleElement()
        .satisfies(f -> assertThat(f.getValue()).isEqualTo("578"));
    assertThat(export.getNotesList()).isEqualTo(pack.getNotesList());
    assertThat(export.getDecompositionsList()).isEqualTo(pack.getDecompositionsList());
  }

  @Test
  void loadingItAgainWritesNothing() {
    desk.plans.handle(pack().build(), Rail.PLAN_OFFICE);
    long rows = desk.rows();

    assertThat(desk.plans.handle(pack().build(), Rail.PLAN_OFFICE).getDecompositionsWritten())
        .isZero();

    assertThat(desk.rows()).isEqualTo(rows);
  }

  @Test
  void whatAnImportDoesNotMentionStaysAndWhatItEmptiesGoes() {
    desk.plans.handle(pack().build(), Rail.PLAN_OFFICE);

    desk.plans.handle(
        pack()
            .clearNotes()
            .clearDecompositions()
            .clearIndicators()
            .addIndicators(pack().getIndicators(0))
            .build(),
        Rail.PLAN_OFFICE);
    ExportPlanResponse untouched = new PlanExport(desk.db).of(Rail.PLAN);
    assertThat(untouched.getIndicatorsCount()).isEqualTo(pack().getIndicatorsCount());
    assertThat(untouched.getNotesCount()).isEqualTo(2);
    assertThat(untouched.getDecompositionsCount()).isEqualTo(1);

    desk.plans.handle(
        pack()
            .setNotes(0, PackNotes.newBuilder().setSheet("contributions").setItem("line-11"))
            .setDecompositions(0, pack().getDecompositions(0).toBuilder().clearShares())
            .build(),
        Rail.PLAN_OFFICE);
    ExportPlanResponse emptied = new PlanExport(desk.db).of(Rail.PLAN);
    assertThat(emptied.getNotesList()).extracting(PackNotes::getSheet).containsExactly("targets");
    assertThat(emptied.getDecompositionsList()).isEmpty();
  }

  @Test
  void sharesAreCheckedAgainstTheVersionInForce() {
    desk.plans.handle(pack().build(), Rail.PLAN_OFFICE);
    assertThat(decomposition().getFindingsList())
        .extracting(DecompositionFinding::getFault)
        .containsExactly(DecompositionFault.DECOMPOSITION_FAULT_NOT_LOADED);

    desk.revision.handle(revision(), Rail.PLAN_OFFICE);

    assertThat(decomposition().getFindingsList())
        .extracting(DecompositionFinding::getFault)
        .containsExactly(
            DecompositionFault.DECOMPOSITION_FAULT_NOT_LOADED,
            DecompositionFault.DECOMPOSITION_FAULT_OVER);
    assertThat(decomposition().getDecompositions(0).getExpected()).isEqualTo("52");
  }

  @Test
  void aPlanCannotBePartOfItselfByWayOfAnother() {
    ImportPlanRequest.Builder above = pack();
    above.getPlanBuilder().setParentPlanId("annual");
    desk.plans.handle(above.build(), Rail.PLAN_OFFICE);
    ImportPlanRequest.Builder below = pack().clearDecompositions().clearNotes();
    below.getPlanBuilder().setPlanId("annual").setParentPlanId(Rail.PLAN);

    assertThatThrownBy(() -> desk.plans.handle(below.build(), Rail.PLAN_OFFICE))
        .hasMessageContaining("parent_plan_id");
  }

  @Test
  void everyViolationOfNotesAndSharesIsNamed() {
    Decomposition wrong =
        Decomposition.newBuilder()
            .setTargetId("nothing")
            .setKind(ShareKind.SHARE_KIND_BUREAU)
            .setMethod(ShareMethod.SHARE_METHOD_LAST)
            .setTolerance("-1")
            .addShares(Share.newBuilder().setAssignee("Water!").setValue("x").setWeight("0"))
            .build();

    assertThatThrownBy(() ->
            desk.plans.handle(
                pack()
                    .addDecompositions(wrong)
                    .addNotes(PackNotes.newBuilder().setSheet("A B").setItem("line-11"))
                    .build(),
                Rail.PLAN_OFFICE))
        .hasMessageContainingAll(
            "decompositions[1].target_id: nothing",
            "decompositions[1].method",
            "decompositions[1].tolerance: -1",
            "decompositions[1].shares[0].assignee: Water!",
            "decompositions[1].shares[0].value: x",
            "decompositions[1].shares[0].weight: 0",
            "notes[2].sheet: A B");
  }

  private GetDecompositionResponse decomposition() {
    return Decomposing.of(new PlanFamilies(desk.db).of(Rail.PLAN, TODAY), "");
  }

  private void published(String periodEnd, String value, Provenance provenance) {
    desk.recording.handle(
        RecordObservationRequest.newBuilder()
            .setPlanId(Rail.PLAN)
            .setIndicatorId(Rail.INDICATOR)
            .setIdempotencyKey(periodEnd)
            .setPeriodEnd(periodEnd)
            .setValue(value)
            .setProvenance(provenance)
            .build(),
        Rail.PLAN_OFFICE);
  }

  private static ReviseTargetRequest revision() {
    return ReviseTargetRequest.newBuilder()
        .setPlanId(Rail.PLAN)
        .setTargetId(Rail.TARGET)
        .setIdempotencyKey("k")
        .setValue("630")
        .setDocument("武发改规〔2027〕3号")
        .setApprover("市人民政府常务会议")
        .setReason("工期调整")
        .setEffective("2027-01-01")
        .build();
  }

  private static ImportPlanRequest.Builder pack() {
    ImportPlanRequest.Builder pack = Rail.plan("645").toBuilder();
    pack.getPlanBuilder().addAssumedFields("rulebook");
    Target.Builder target = pack.getIndicatorsBuilder(0).getTargetsBuilder(0);
    target
        .setBaseValue("578")
        .setBaseDate("2025-12-31")
        .setOfficialText("645公里")
        .addAssumedFields("base_value")
        .addAssumedFields("value")
        .setServes(TargetLink.newBuilder().setPlanId("hubei-15").setTargetId("rail-transit-2030"));
    Decomposition.Builder years =
        Decomposition.newBuilder()
            .setTargetId(Rail.TARGET)
            .setKind(ShareKind.SHARE_KIND_YEAR)
            .setMethod(ShareMethod.SHARE_METHOD_SUM_OF_INCREASE);
    for (int year = 2026; year <= 2030; year++) {
      years.addShares(
          Share.newBuilder()
              .setAssignee(Integer.toString(year))
              .setValue(year == 2030 ? "15" : "13"));
    }
    return pack.addDecompositions(years)
        .addNotes(notes("contributions", "line-11", "basis", "same-section"))
        .addNotes(notes("targets", Rail.TARGET, "base_rule", "B1"));
  }

  private static PackNotes notes(String sheet, String item, String column, String text) {
    return PackNotes.newBuilder()
        .setSheet(sheet)
        .setItem(item)
        .addRows(
            PackRow.newBuilder().addCells(PackCell.newBuilder().setColumn(column).setText(text)))
        .build();
  }
}
