package io.waymark.alerting.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.OutgoingMail;
import io.waymark.calendar.WorkingCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates of the customer's own. */
class OwnTemplatesTest {
  private static final String BODY =
      """
      {% for warning in letter.warnings %}
      {{ warning }}
      {% endfor %}
      Ours: {{ letter.name }}
      {% for button in letter.buttons %}
      {{ button.label }} {{ button.url }}
      {% endfor %}
      """;

  @TempDir private Path folder;

  @Test
  void aTemplateOfOursLaysOutWhatItsNameSaysAndNothingElse() throws IOException {
    put("supervision.en.txt", BODY);
    TemplateLetterWriter writer = writer();
    assertThat(writer.templateFaults()).isEmpty();
    assertThat(text(writer, "supervision", Language.EN)).contains("Ours: Urban rail");
    assertThat(text(writer, "supervision", Language.ZH)).doesNotContain("Ours:");
    assertThat(text(writer, "opened", Language.EN)).doesNotContain("Ours:");
  }

  @Test
  void theCloserTemplateWins() throws IOException {
    put("letter.subject", "A");
    put("letter.zh.subject", "B");
    put("digest.subject", "C");
    put("digest.en.subject", "D {{ letter.subject }}");
    TemplateLetterWriter writer = writer();
    assertThat(subject(writer, "opened", Language.EN)).isEqualTo("A");
    assertThat(subject(writer, "opened", Language.ZH)).isEqualTo("B");
    assertThat(subject(writer, "digest", Language.ZH)).isEqualTo("C");
    assertThat(subject(writer, "digest", Language.EN)).startsWith("D [Weekly digest]");
  }

  @Test
  void aTemplateMayLeanOnTheOneThatShipsAndOnPartsOfItsOwn() throws IOException {
    put("_foot.txt", "市督查室 热线 12345\n");
    put("letter.zh.txt", "{% include 'shipped/letter.txt' %}\n{% include '_foot.txt' %}");
    TemplateLetterWriter writer = writer();
    assertThat(writer.templateFaults()).isEmpty();
    assertThat(text(writer, "opened", Language.ZH)).contains("请贵单位办理").endsWith("热线 12345\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          letter.txt      | {{ letter.nam }}                     | letter.txt (opened, zh): letter.txt:
          letter.txt      | {% if letter.name %}                 | letter.txt
          letter.txt      | hello                                | leaves out the link of a button
          opened.html     | {{ letter.name }}                    | leaves out the link of a button
          recovered.html  | {{ letter.name }}                    | leaves out that figures are simulated
          supervision.fr.txt | {{ letter.name }}                 | unknown name
          notice.txt      | {{ letter.name }}                    | unknown name
          letter.txt      | {% include '_gone.txt' %}            | letter.txt
          recovered.subject | {% if false %}x{% endif %}         | says nothing
          """)
  void aBrokenTemplateIsReportedAndTheOneThatShipsIsUsed(String name, String source, String fault)
      throws IOException {
    put(name, source);
    TemplateLetterWriter writer = writer();
    assertThat(writer.templateFaults()).singleElement().asString().contains(fault.strip());
    assertThat(new TemplateHealth(writer).problem().orElseThrow()).contains(fault.strip());
    assertThat(new TemplateHealth(writer).essential()).isFalse();
    for (String kind : writer.kinds()) {
      assertThat(writer.sample(kind, Language.ZH)).isEqualTo(shipped().sample(kind, Language.ZH));
    }
  }

  @Test
  void aTemplateThatLetsMarkupThroughIsRefused() throws IOException {
    put("opened.html", BODY.replace("{{ letter.name }}", "{{ letter.name | raw }}"));
    assertThat(writer().templateFaults())
        .singleElement()
        .asString()
        .contains("lets a name's markup through");
  }

  @Test
  void whatFailsOnlyAtARealMailIsReportedThenAndTheMailStillGoes() throws IOException {
    put("letter.subject", "{% if letter.name == '轨道交通12号线武昌段' %}{{ letter.oops }}{% endif %}x");
    TemplateLetterWriter writer = writer();
    assertThat(writer.templateFaults()).isEmpty();
    var mailing =
        io.waymark.alerting.domain.Mailing.of(
            io.waymark.alerting.domain.Notices.last(
                io.waymark.alerting.domain.Verdicts.line().build()),
            SampleMailings.of(TemplateKind.OPENED, Language.ZH).bureau(),
            java.util.Map.of());
    assertThat(writer.write(mailing).getFirst().subject()).contains("轨道交通12号线武昌段");
    assertThat(writer.templateFaults()).singleElement().asString().contains("letter.subject");
  }

  @Test
  void aFolderThatIsNotThereIsReported() {
    TemplateLetterWriter writer = writer(folder.resolve("gone"));
    assertThat(writer.templateFaults()).singleElement().asString().contains("WAYMARK_TEMPLATES");
    assertThat(text(writer, "opened", Language.ZH)).contains("请贵单位办理");
  }

  @Test
  void bytesThatAreNoTextAndFilesThatAreTooLongAreReported() throws IOException {
    Files.write(folder.resolve("letter.txt"), new byte[] {(byte) 0xc3, 0x28});
    Files.writeString(folder.resolve("letter.html"), "x".repeat(300_000));
    assertThat(writer().templateFaults())
        .anyMatch(fault -> fault.contains("expected: UTF-8"))
        .anyMatch(fault -> fault.contains("300000 bytes"));
  }

  private void put(String name, String source) throws IOException {
    Files.writeString(folder.resolve(name), source);
  }

  private TemplateLetterWriter writer() {
    return writer(folder);
  }

  private static TemplateLetterWriter shipped() {
    return writer(null);
  }

  private static TemplateLetterWriter writer(@org.jspecify.annotations.Nullable Path folder) {
    return new TemplateLetterWriter(
        "http://localhost:8080",
        ZoneId.of("Asia/Shanghai"),
        WorkingCalendar.shipped(),
        "waymark.example",
        new LinkSigner(() -> List.of(new byte[32])),
        folder);
  }

  private static String text(TemplateLetterWriter writer, String kind, Language language) {
    return mail(writer, kind, language).text();
  }

  private static String subject(TemplateLetterWriter writer, String kind, Language language) {
    return mail(writer, kind, language).subject();
  }

  private static OutgoingMail mail(TemplateLetterWriter writer, String kind, Language language) {
    return writer.sample(kind, language).orElseThrow();
  }
}
