package io.waymark.cli.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.proto.registry.v1.Bureau;
import io.waymark.proto.registry.v1.BureauLevel;
import io.waymark.proto.registry.v1.FundingSource;
import io.waymark.proto.registry.v1.ImportProjectsRequest;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectKind;
import io.waymark.proto.type.v1.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the registry reads of a pack: levels, people, place and money. */
class RegistryColumnsTest {
  @TempDir private Path folder;

  @Test
  void cellsBecomeWhatTheRegistryKeeps() throws IOException {
    FullPack.write(folder);
    PackMessages messages = new PackMessages(PlanPack.read(folder).pack().orElseThrow());

    Bureau water =
        messages.bureaus().getBureausList().stream()
            .filter(bureau -> bureau.getBureauId().equals("full-water"))
            .findFirst()
            .orElseThrow();
    assertThat(water.getContacts(0).getEmail()).isEqualTo("wang@city.example");
    assertThat(water.getDelegates(0).getUntil()).isEqualTo("2027-10-01");
    assertThat(water.getDelegates(1).getBureauId()).isEqualTo("jiangan");
    assertThat(messages.bureaus().getBureaus(0).getLevel())
        .isEqualTo(BureauLevel.BUREAU_LEVEL_DISTRICT);

    List<Project> projects =
        messages.projects(1).stream()
            .map(ImportProjectsRequest::getProjectsList)
            .flatMap(List::stream)
            .toList();
    assertThat(projects).extracting(Project::getProjectId).endsWith("pump").contains("price");
    Project pump = projects.getLast();
    assertThat(pump.getKind()).isEqualTo(ProjectKind.PROJECT_KIND_PROJECT);
    assertThat(pump.getParentProjectId()).isEqualTo("price");
    assertThat(pump.getPlace().getLatitude()).isEqualTo(30.5);
    assertThat(pump.getBudget()).isEqualTo("12.5");
    assertThat(pump.getFunding(1).getSource()).isEqualTo(FundingSource.FUNDING_SOURCE_SPECIAL_BOND);
    assertThat(pump.getFunding(1).getProvenance()).isEqualTo(Provenance.PROVENANCE_ASSUMED);
  }

  @Test
  void everyFaultIsNamedByItsCell() throws IOException {
    FullPack.write(folder);
    edit("bureaus.csv", "en;zh", "en;fr");
    edit("bureaus.csv", "@full-water||2027-07-01||挂职", "@full-water||soon");
    edit("bureaus.csv", "陈洁|处长||027-8282 0000;刘洋", "|处长");
    edit("bureaus.csv", ",district,", ",county,");
    edit("projects.csv", ",,price,jiangan", ",song,nowhere,jiangan");
    edit("projects.csv", "30.5,-114.259,12.5,city-budget:4.25", "30.5,,lots,lottery:4");

    assertThat(PlanPack.read(folder).faults())
        .extracting(fault -> fault.file() + " " + fault.column())
        .containsExactlyInAnyOrder(
            "bureaus.csv languages",
            "bureaus.csv delegates",
            "bureaus.csv contacts",
            "bureaus.csv level",
            "projects.csv kind",
            "projects.csv parent_project_id",
            "projects.csv longitude",
            "projects.csv budget",
            "projects.csv funding");
  }

  private void edit(String file, String from, String to) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(folder.resolve(file), text.replace(from, to));
  }
}
