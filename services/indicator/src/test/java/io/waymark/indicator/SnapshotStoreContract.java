package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.waymark.chassis.failure.Failure;
import io.waymark.proto.indicator.v1.Evaluation;
import io.waymark.proto.indicator.v1.FrozenContent;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Score;
import io.waymark.proto.indicator.v1.Snapshot;
import io.waymark.proto.indicator.v1.SubjectKind;
import io.waymark.rulebooks.Schemes;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A frozen evaluation is read for ever as it was written. */
abstract class SnapshotStoreContract extends StoreContract {
  @Test
  void aSnapshotIsReadByItsIdAndByItsDocument() {
    FrozenContent content = content(plan, "WFG 2027-1", "2026-12-31");
    Snapshot written = write(content, judgements(3));

    assertThat(written.getSha256()).matches("[0-9a-f]{64}");
    assertThat(written.toBuilder().clearSha256().build())
        .isEqualTo(content.getEvaluation().getSnapshot());
    for (String id : List.of(written.getSnapshotId(), "WFG 2027-1")) {
      Evaluation read = stores().snapshots().content(plan, id).getEvaluation();
      assertThat(read.getSnapshot()).isEqualTo(written);
      assertThat(read.getBureausList()).isEqualTo(content.getEvaluation().getBureausList());
      assertThat(stores().snapshots().frozen(plan, id).evaluation()).isEqualTo(read);
      assertThat(stores().snapshots().frozen(plan, id).judgements()).isEqualTo(judgements(3));
    }
  }

  @Test
  void aDocumentIsUsedOnceInAPlan() {
    Snapshot written = write(content(plan, "WFG 2027-1", "2026-12-31"), judgements(3));

    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> write(content(plan, "WFG 2027-1", "2027-12-31"), judgements(4)))
        .matches(refused -> refused.kind() == Failure.Kind.CONFLICT)
        .matches(refused -> refused.reason().equals("DOCUMENT_IN_USE"));
    assertThat(stores().snapshots().list(plan)).containsExactly(written);
    assertThat(stores().snapshots().judgements(plan, "WFG 2027-1", 0, 10)).hasSize(3);
    stores().load(rail(plan + "-b"));
    Snapshot others = write(content(plan + "-b", "WFG 2027-1", "2026-12-31"), List.of());
    assertThat(stores().snapshots().list(plan + "-b")).containsExactly(others);
  }

  @Test
  void theLatestDateIsListedFirstAndOfOneDateTheLastRecorded() {
    on("2027-01-05");
    Snapshot later = write(content(plan, "2027", "2027-12-31"), List.of());
    on("2027-01-20");
    Snapshot first = write(content(plan, "2026", "2026-12-31"), List.of());
    on("2027-02-20");
    Snapshot again = write(content(plan, "2026 again", "2026-12-31"), List.of());

    assertThat(stores().snapshots().list(plan)).containsExactly(later, again, first);
  }

  @Test
  void judgementsComeInPagesInTheirOrder() {
    write(content(plan, "2026", "2026-12-31"), judgements(1200));

    assertThat(stores().snapshots().judgements(plan, "2026", 498, 5))
        .isEqualTo(judgements(1200).subList(498, 503));
    assertThat(stores().snapshots().judgements(plan, "2026", 1198, 5))
        .isEqualTo(judgements(1200).subList(1198, 1200));
    assertThat(stores().snapshots().judgements(plan, "2026", 1200, 5)).isEmpty();
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (String id : List.of("2026", UUID.randomUUID().toString())) {
      notFound(() -> stores().snapshots().content(plan, id));
      notFound(() -> stores().snapshots().frozen(plan, id));
      notFound(() -> stores().snapshots().judgements(plan, id, 0, 1));
    }
    assertThat(stores().snapshots().list(plan)).isEmpty();
  }

  @Test
  void aSchemeCannotChangeBehindItsVersion() {
    Schemes.Known shipped = Schemes.shipped().named(Schemes.INDEX).orElseThrow();
    Schemes.Known changed = new Schemes.Known(shipped.scheme(), shipped.yaml() + "\n# changed");

    stores().snapshots().keep(shipped, on("2027-01-20"));
    stores().snapshots().keep(shipped, on("2027-01-21"));

    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> stores().snapshots().keep(changed, on("2027-01-22")))
        .matches(refused -> refused.reason().equals("SCHEME_CHANGED"));
  }

  private static void notFound(Runnable question) {
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(question::run)
        .matches(failure -> failure.kind() == Failure.Kind.NOT_FOUND);
  }

  private Snapshot write(FrozenContent content, List<Judgement> judgements) {
    return stores().snapshots().write(content, judgements, stores().clock().instant());
  }

  private FrozenContent content(String planId, String document, String asOf) {
    Snapshot head =
        Snapshot.newBuilder()
            .setSnapshotId(UUID.randomUUID().toString())
            .setPlanId(planId)
            .setDocument(document)
            .setTitle("年度监测")
            .setAsOf(asOf)
            .setRecordedAt(timestamp(stores().clock().instant()))
            .build();
    return FrozenContent.newBuilder()
        .setEvaluation(
            Evaluation.newBuilder()
                .setSnapshot(head)
                .addBureaus(Score.newBuilder().setScoreId("transport")))
        .build();
  }

  private static List<Judgement> judgements(int count) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            Judgement.newBuilder()
                .setKind(SubjectKind.SUBJECT_KIND_PROJECT)
                .setSubjectId("line-" + i)
                .setAsOf("2026-12-31")
                .build())
        .toList();
  }
}
