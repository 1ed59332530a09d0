package io.waymark.cli.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.proto.registry.v1.Bureau;
import io.waymark.proto.registry.v1.BureauLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans share bureaus: a pack that says nothing of a bureau's people takes nobody away. */
class BureausLeftAloneTest {
  private static final String WITHOUT_PEOPLE =
      """
      bureau_id,name_zh,name_en,emails
      jiangan,江岸区,Jiangan,jiangan@city.example
      office,发改委,Plan Office,plan@city.example;duty@city.example
      full-water,水务局,Water,new@city.example
      """;

  @TempDir private Path folder;

  private final FakeServices services =
      new FakeServices(() -> Instant.parse("2027-06-30T01:00:00Z"));

  @BeforeEach
  void load() throws IOException {
    FullPack.write(folder);
    loadAgain();
  }

  @AfterEach
  void close() {
    services.close();
  }

  @Test
  void columnsThatAPackLacksLeaveWhatIsThere() throws IOException {
    Bureau before = water();
    bureaus(WITHOUT_PEOPLE);

    assertThat(diff()).containsExactly("full-water emails: water@city.example -> new@city.example");
    loadAgain();
    assertThat(water())
        .isEqualTo(
            before.toBuilder()
                .clearEmails()
                .addEmails("new@city.example")
                .setProvenance(water().getProvenance())
                .build());
    assertThat(water().getContactsCount()).isEqualTo(1);
    assertThat(jiangan().getLevel()).isEqualTo(BureauLevel.BUREAU_LEVEL_DISTRICT);
    assertThat(jiangan().getParentBureauId()).isEqualTo("office");
    assertThat(diff()).isEmpty();
  }

  @Test
  void aMarkOfItsOwnEmptiesACell() throws IOException {
    bureaus(
        """
        bureau_id,name_zh,name_en,parent_bureau_id,emails,language,level,languages,contacts,delegates
        jiangan,江岸区,Jiangan,/,jiangan@city.example,/,/,/,,
        office,发改委,Plan Office,/,plan@city.example;duty@city.example,,,,/,/
        full-water,水务局,Water,,water@city.example,,,,/,
        """);

    assertThat(diff())
        .containsExactly(
            "full-water contacts: 王海燕|填报联系人|wang@city.example -> /",
            "jiangan parent_bureau_id: office -> /",
            "jiangan level: district -> /",
            "jiangan language: en -> /",
            "jiangan languages: en;zh -> /",
            "office contacts: 陈洁|处长||027-8282 0000;刘洋 -> /",
            "office delegates: @full-water||2027-07-01||挂职 -> /");
    loadAgain();
    assertThat(water().getContactsList()).isEmpty();
    assertThat(water().getDelegatesCount()).isEqualTo(2);
    assertThat(jiangan())
        .isEqualTo(
            Bureau.newBuilder()
                .setBureauId("jiangan")
                .setName(jiangan().getName())
                .addEmails("jiangan@city.example")
                .setProvenance(jiangan().getProvenance())
                .build());
    assertThat(diff()).isEmpty();
  }

  @Test
  void theMarkHasNoMeaningWhereACellIsNeeded() throws IOException {
    bureaus(WITHOUT_PEOPLE.replace("new@city.example", "/"));

    assertThat(PlanPack.read(folder).faults())
        .extracting(fault -> fault.file() + " " + fault.column())
        .containsExactly("bureaus.csv emails");
  }

  private void bureaus(String text) throws IOException {
    Files.writeString(folder.resolve("bureaus.csv"), text);
  }

  private void loadAgain() {
    var _ =
        new PackLoader(services.door("cli"), (stage, done, total) -> {})
            .load(PlanPack.read(folder).pack().orElseThrow());
  }

  private Bureau water() {
    return Objects.requireNonNull(services.registry().bureaus().get("full-water"));
  }

  private Bureau jiangan() {
    return Objects.requireNonNull(services.registry().bureaus().get("jiangan"));
  }

  /** What the diff says of bureaus; which names are assumed is another matter. */
  private List<String> diff() {
    PackCells loaded =
        LoadedPack.read(Keepers.of(services.door("cli"), Door.PLAN_OFFICE), "full").orElseThrow();
    return PackDiff.between(loaded, PlanPack.read(folder).pack().orElseThrow().cells())
        .changes()
        .stream()
        .filter(change -> change.sheet() == Sheet.BUREAUS)
        .flatMap(change ->
            change.cells().stream()
                .filter(cell -> !cell.column().equals("assumed"))
                .map(cell ->
                    change.key()
                        + " "
                        + cell.column()
                        + ": "
                        + cell.before()
                        + " -> "
                        + cell.after()))
        .toList();
  }
}
