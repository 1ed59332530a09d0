package io.waymark.cli.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.cli.pack.PackDiff.Cell;
import io.waymark.cli.pack.PackDiff.Change;
import io.waymark.cli.pack.PackDiff.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new version changes is told before it is loaded; what it leaves out stays. */
class PackDiffTest {
  private final FakeServices services =
      new FakeServices(() -> Instant.parse("2027-06-30T01:00:00Z"));
  private @TempDir Path folder;
  private PackFolder pack;

  @BeforeEach
  void loadTheFirstVersion() {
    pack =
        PackFolder.sound(folder)
            .write(
                "shares.csv",
                "target_id,kind,method,assignee,value",
                "drainage-2030,bureau,sum,water,20");
    load();
  }

  @AfterEach
  void close() {
    services.close();
  }

  @Test
  void theSamePackChangesNothing() {
    assertThat(diff().changes()).isEmpty();
    assertThat(diff().isEmpty()).isTrue();
    assertThat(load().changedNothing()).isTrue();
  }

  @Test
  void aPackThatIsNotLoadedIsNewAltogether() {
    PackCells cells = pack.read().pack().orElseThrow().cells();
    PackDiff diff = PackDiff.between(LoadedPack.none(), cells);

    assertThat(diff.changes()).allMatch(change -> change.kind() == Kind.ADDED);
    assertThat(diff.count(Sheet.CONTRIBUTIONS, Kind.ADDED)).isEqualTo(2);
  }

  @Test
  void everyCellThatDiffersIsToldWithOldAndNew() {
    pack.change("targets.csv", "drainage,20,30,ge", "drainage,25,30,ge");
    pack.change("projects.csv", "2028-12-31", "2029-06-30");

    PackDiff diff = diff();

    assertThat(diff.changes())
        .containsExactly(
            new Change(
                Sheet.TARGETS,
                Kind.CHANGED,
                "drainage-2030",
                List.of(new Cell("value", "20", "25"))),
            new Change(
                Sheet.PROJECTS,
                Kind.CHANGED,
                "pump",
                List.of(new Cell("planned_finish", "2028-12-31", "2029-06-30"))));
    assertThat(diff.rejudged()).containsExactly("drainage-2030");
    assertThat(diff.byDocument()).containsExactly("drainage-2030");
  }

  @Test
  void whereALineStandsChangesNoJudgementAndNeedsNoDocument() {
    pack.write(
        "targets.csv",
        "target_id,indicator_id,value,value_max,comparator,due,base_value,base_date,base_rule",
        "drainage-2030,drainage,20,30,ge,2030-12-31,10,2025-12-31,B9",
        "leakage-2030,leakage,8,,le,2030-12-31,,,B3");

    PackDiff diff = diff();

    assertThat(diff.count(Sheet.TARGETS, Kind.CHANGED)).isEqualTo(2);
    assertThat(diff.rejudged()).isEmpty();
    assertThat(diff.byDocument()).isEmpty();
  }

  @Test
  void anItemThatDisappearsStaysAndIsSaidToStay() {
    pack.change("targets.csv", "leakage-2030,leakage,8,,le,2030-12-31,,,\n", "");
    pack.change("indicators.csv", "leakage,漏损率,Leakage,water,%,%,rate,down,water,\n", "");
    pack.change("contributions.csv", "leakage,pump,,,\n", "");
    pack.change("observations.csv", "leakage,2025-12-31,12.5,at_most,\n", "");

    PackDiff before = diff();
    assertThat(before.changes())
        .extracting(change -> change.sheet() + " " + change.kind() + " " + change.key())
        .containsExactly(
            "INDICATORS STAYS leakage",
            "TARGETS STAYS leakage-2030",
            "CONTRIBUTIONS REMOVED pump leakage",
            "OBSERVATIONS STAYS leakage 2025-12-31 series");
    load();

    assertThat(loaded().keyed(Sheet.INDICATORS)).containsKey("leakage");
    assertThat(loaded().keyed(Sheet.TARGETS)).containsKey("leakage-2030");
    assertThat(loaded().of(Sheet.OBSERVATIONS)).hasSize(1);
    assertThat(loaded().keyed(Sheet.CONTRIBUTIONS)).containsOnlyKeys("pump drainage");
    // What went is gone, what stays still stays: the second look says no more than the first.
    assertThat(diff().changes()).allMatch(change -> change.kind() == Kind.STAYS).hasSize(3);
    assertThat(diff().isEmpty()).isTrue();
  }

  @Test
  void whatDescribesAnItemGoesWithThePacksWordOfIt() {
    pack.write("schedules.csv", "project_id,date,percent", "pump,2026-06-30,10");
    pack.remove("shares.csv");

    assertThat(diff().changes())
        .extracting(change -> change.sheet() + " " + change.kind() + " " + change.key())
        .containsExactly(
            "SHARES REMOVED drainage-2030 bureau water", "SCHEDULES REMOVED pump 2027-12-31");
    assertThat(load().sharesWritten()).isEqualTo(1);

    assertThat(loaded().of(Sheet.SHARES)).isEmpty();
    assertThat(loaded().of(Sheet.SCHEDULES)).hasSize(1);
    assertThat(diff().changes()).isEmpty();
  }

  @Test
  void aRevisionByDocumentIsMadeOnceAndComesBack() {
    pack.write(
        "instruments.csv",
        "target_id,effective,value,comparator,due,document,approver,reason",
        "leakage-2030,2028-07-01,7.5,le,2030-12-31,武发改规〔2028〕15号,市人民政府常务会议,技术进步");
    assertThat(diff().rejudged()).containsExactly("leakage-2030");

    assertThat(load().revisions().created()).isEqualTo(1);
    assertThat(load().revisions().unchanged()).isEqualTo(1);

    assertThat(diff().changes()).isEmpty();
    // The pack's own word of the target stays: the revision stands beside it.
    assertThat(loaded().keyed(Sheet.TARGETS).get("leakage-2030")).containsEntry("value", "8");
  }

  private LoadReport load() {
    return new PackLoader(services.door("cli"), (stage, done, total) -> {})
        .load(pack.read().pack().orElseThrow());
  }

  private PackDiff diff() {
    return PackDiff.between(loaded(), pack.read().pack().orElseThrow().cells());
  }

  private PackCells loaded() {
    Door door = services.door("cli");
    return LoadedPack.read(Keepers.of(door, Door.PLAN_OFFICE), "p1").orElseThrow();
  }
}
