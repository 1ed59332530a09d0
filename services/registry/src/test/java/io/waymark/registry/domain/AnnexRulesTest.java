package io.waymark.registry.domain;

import static io.waymark.registry.Samples.NOW;
import static io.waymark.registry.Samples.PUMP;
import static io.waymark.registry.Samples.WATER;
import static io.waymark.registry.Samples.definition;
import static io.waymark.registry.Samples.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.chassis.failure.Failure;
import io.waymark.chassis.failure.Violation;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnexRulesTest {
  private static final String HASH =
      "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08";
  private static final ProjectState STATE =
      new ProjectState(definition(PUMP, "water"), 1, List.of(), List.of());

  @Test
  void obstaclesAttachmentsAndMilestonesAreKept() {
    ReportAnnex annex =
        check(
                "两户未签约",
                new ReportAnnexDraft(
                    List.of("LAND_ACQUISITION", "FUNDING"),
                    List.of(attachment("https://files.water.example/a.jpg", "5月照片.jpg", 1024)),
                    List.of("基坑完成")))
            .annex();
    assertThat(annex.obstacleKinds())
        .containsExactly(ObstacleKind.LAND_ACQUISITION, ObstacleKind.FUNDING);
    assertThat(annex.attachments().getFirst().sha256()).isEqualTo(HASH.toLowerCase(Locale.ROOT));
    assertThat(annex.milestonesReached()).containsExactly("基坑完成");
    assertThat(milestones("Foundation pit dug")).isEmpty();
  }

  @Test
  void kindsOfObstaclesAreFromTheListEachOnceAndOtherNeedsWords() {
    assertThat(kinds("", "PLAGUE", "FUNDING", "FUNDING"))
        .containsExactly(
            "obstacle_kinds[0]: PLAGUE (expected: one of LAND_ACQUISITION, FUNDING, APPROVAL,"
                + " DESIGN, WEATHER, CONTRACTOR, MATERIALS, UTILITIES, GEOLOGY, ENVIRONMENT,"
                + " LABOUR, OTHER)",
            "obstacle_kinds[2]: FUNDING (expected: each one once)");
    assertThat(kinds("", "OTHER"))
        .containsExactly("obstacle:  (expected: words, because obstacle_kinds says OTHER)");
    assertThat(kinds("古墓葬", "OTHER")).isEmpty();
    assertThat(kinds("", "")).singleElement().asString().startsWith("obstacle_kinds[0]: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://files.water.example/a.jpg",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "//files.water.example/a.jpg",
        "a.jpg",
        "https:///a.jpg",
        "https://li.wei:secret@files.water.example/a.jpg",
        "https://files.water.example/a b.jpg",
        "https://files.water.example/照片.jpg",
        "https://files.water.example/a.jpg\n",
        ""
      })
  void anAddressThatIsNoPlainHttpIsRefused(String url) {
    assertThat(attachments(attachment(url, "a.jpg", 1)))
        .singleElement()
        .asString()
        .startsWith("attachments[0].url: ")
        .endsWith(
            "(expected: an absolute http or https address of at most 2000 ASCII characters,"
                + " without user or password)");
  }

  @Test
  void everythingThatIsWrongWithAnAttachmentIsNamed() {
    String url = "http://files.water.example/a.jpg";
    assertThat(attachments(new Attachment(url, "abc", "../a.jpg", 0)))
        .containsExactly(
            "attachments[0].sha256: abc (expected: 64 hexadecimal digits)",
            "attachments[0].name: ../a.jpg (expected: a file name without slashes and control"
                + " characters)",
            "attachments[0].size_bytes: 0 (expected: 1..1099511627776)");
    assertThat(attachments(attachment(url, "a.jpg", 1), attachment(url, "b.jpg", 1)))
        .containsExactly("attachments[1].url: " + url + " (expected: each one once)");
    assertThat(
            attachments(
                Collections.nCopies(21, attachment(url, "a.jpg", 1)).toArray(Attachment[]::new)))
        .containsExactly("attachments: 21 (expected: at most 20 items)");
  }

  @Test
  void aMilestoneIsOneOfTheSchedules() {
    assertThat(milestones("封顶"))
        .containsExactly(
            "milestones_reached[0]: 封顶 (expected: a milestone of the project's schedule:"
                + " Foundation pit dug, 基坑完成)");
    assertThat(milestones("基坑完成", "基坑完成"))
        .containsExactly("milestones_reached[1]: 基坑完成 (expected: each one once)");
  }

  @Test
  void anAnnexChangesTheFingerprintAndAnEmptyOneDoesNot() {
    ReportDraft plain = draft("", ReportAnnexDraft.NONE);
    ReportDraft kinds = draft("", new ReportAnnexDraft(List.of("FUNDING"), List.of(), List.of()));
    ReportDraft reached = draft("", new ReportAnnexDraft(List.of(), List.of(), List.of("FUNDING")));
    assertThat(
            List.of(
                Fingerprint.of(report(PUMP, "k", plain)),
                Fingerprint.of(report(PUMP, "k", kinds)),
                Fingerprint.of(report(PUMP, "k", reached))))
        .doesNotHaveDuplicates()
        .contains(
            Fingerprint.of(
                report(
                    PUMP,
                    "other key",
                    new ReportDraft("2027-05-31", OptionalDouble.of(30), "", "", "", "", "", ""))));
  }

  private static Attachment attachment(String url, String name, long size) {
    return new Attachment(url, HASH, name, size);
  }

  private static List<String> kinds(String obstacle, String... kinds) {
    return violations(obstacle, new ReportAnnexDraft(List.of(kinds), List.of(), List.of()));
  }

  private static List<String> attachments(Attachment... attachments) {
    return violations("", new ReportAnnexDraft(List.of(), List.of(attachments), List.of()));
  }

  private static List<String> milestones(String... names) {
    return violations("", new ReportAnnexDraft(List.of(), List.of(), List.of(names)));
  }

  private static List<String> violations(String obstacle, ReportAnnexDraft annex) {
    try {
      check(obstacle, annex);
      return List.of();
    } catch (Failure failure) {
      return failure.violations().stream().map(Violation::toString).toList();
    }
  }

  private static ProgressReport check(String obstacle, ReportAnnexDraft annex) {
    return ReportRules.check(STATE, report(PUMP, "k", draft(obstacle, annex)), "id", WATER, NOW);
  }

  private static ReportDraft draft(String obstacle, ReportAnnexDraft annex) {
    return new ReportDraft(
        "2027-05-31", OptionalDouble.of(30), "", "", "", obstacle, "", "", annex);
  }
}
