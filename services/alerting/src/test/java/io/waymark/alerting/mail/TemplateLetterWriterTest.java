package io.waymark.alerting.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.alerting.domain.Bureau;
import io.waymark.alerting.domain.Course;
import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.Light;
import io.waymark.alerting.domain.Mailing;
import io.waymark.alerting.domain.Notice;
import io.waymark.alerting.domain.Notices;
import io.waymark.alerting.domain.OutgoingMail;
import io.waymark.alerting.domain.Text;
import io.waymark.alerting.domain.Verdicts;
import io.waymark.calendar.WorkingCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateLetterWriterTest {
  private static final Course RAIL = Samples.target(Light.OFF_TRACK, 1).course();
  private static final Path GOLDEN = Path.of("src/test/resources/mails");

  private final TemplateLetterWriter writer =
      new TemplateLetterWriter(
          "http://localhost:8080",
          ZoneId.of("Asia/Shanghai"),
          WorkingCalendar.shipped(),
          "waymark.example",
          new LinkSigner(() -> List.of(new byte[32])),
          null);

  @ParameterizedTest
  @EnumSource(Language.class)
  void anOpenedTargetReadsAsWritten(Language language) throws IOException {
    Notice notice =
        Notices.last(Verdicts.rail().reportedBy("metro-line-12-wuchang").build().with(RAIL));
    assertGolden("target-opened", write(notice, language));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void anUpdatedTargetSaysWhatChanged(Language language) throws IOException {
    Notice notice =
        Notices.last(
            Verdicts.rail().chance(0.45).expectedGap(-9).build(),
            Verdicts.rail()
                .version(2)
                .mainCause("metro-line-27", "27号线")
                .reportedBy("metro-line-27")
                .build()
                .with(RAIL));
    assertGolden("target-updated", write(notice, language));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aRecoveryAsksNothing(Language language) throws IOException {
    Notice notice =
        Notices.last(
            Verdicts.rail().build(),
            Verdicts.rail()
                .version(2)
                .overall(Light.ON_TRACK)
                .chance(0.86)
                .expectedGap(3)
                .real()
                .build()
                .with(Samples.target(Light.ON_TRACK, 2).course()));
    assertGolden("target-recovered", write(notice, language));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aProjectOffTrackReadsAsWritten(Language language) throws IOException {
    assertGolden(
        "project-opened",
        write(
            Notices.last(
                Verdicts.line().build().with(Samples.project(Light.OFF_TRACK, 1).course())),
            language));
  }

  @ParameterizedTest
  @EnumSource(TemplateKind.class)
  void everyKindOfMailReadsAsWritten(TemplateKind kind) throws IOException {
    for (Language language : Language.values()) {
      assertGolden(
          "kind-" + kind.wireName(), writer.sample(kind.wireName(), language).orElseThrow());
    }
  }

  @Test
  void whoOwesAFigureReadsSinceWhenAndNotHowFarBehindItStood() {
    Notice notice = Notices.last(Verdicts.rail().silent().build());

    assertThat(write(notice, Language.ZH).subject())
        .isEqualTo("【○待报·约束性】轨道交通运营里程：2027年5月31日以来没有新数据");
    assertThat(write(notice, Language.EN).subject()).contains("nothing new since 31 May 2027");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aCopyIsAskedNothingAndHasNoButtons(Language language) {
    OutgoingMail copy =
        writer.write(SampleMailings.of(TemplateKind.SUPERVISION, language)).getLast();
    assertThat(copy.recipient()).isEqualTo("supervision@wuhan.example");
    assertThat(copy.text()).doesNotContain("/act/");
    assertThat(copy.html()).doesNotContain("/act/");
  }

  @Test
  void aDateStaysOnOneLineAndMarkupStaysText() {
    assertThat(DatesTogether.together("<b>\"2027-06-30\" & '12027-06-301'"))
        .isEqualTo(
            "&lt;b&gt;&quot;<span style=\"white-space:nowrap;\">2027-06-30</span>&quot; &amp; &#39;12027-06-301&#39;");
  }

  @Test
  void onlyADigestCanBeUnsubscribedFrom() {
    for (TemplateKind kind : TemplateKind.values()) {
      OutgoingMail mail = writer.sample(kind.wireName(), Language.ZH).orElseThrow();
      assertThat(mail.unsubscribe().isEmpty())
          .as(kind.name())
          .isEqualTo(kind != TemplateKind.DIGEST);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void hostileNamesStayInertEverywhere(Language language) {
    for (OutgoingMail mail : writer.write(SampleMailings.hostile(language))) {
      assertThat(mail.subject()).doesNotContain("\r", "\n", "\u202E", "\u2028");
      assertThat(mail.subject().codePointCount(0, mail.subject().length()))
          .isLessThanOrEqualTo(Composer.SUBJECT + 1);
      assertThat(mail.html())
          .doesNotContain(SampleMailings.SCRIPT, "\u202E", "\u2028")
          .contains("瘊", "𠮷", "👷");
      assertThat(mail.text()).doesNotContain("\u202E", "\u2028", "\nBcc:");
    }
  }

  @Test
  void everyRecipientGetsOneMailThatNamesTheOthers() {
    Notice notice = Notices.last(Verdicts.rail().build());
    List<OutgoingMail> mails =
        writer.write(
            Mailing.of(
                notice,
                bureau(Language.ZH, "a@wuhan.example", "b@wuhan.example", "a@wuhan.example"),
                Map.of()));
    assertThat(mails)
        .extracting(OutgoingMail::recipient)
        .containsExactly("a@wuhan.example", "b@wuhan.example");
    assertThat(mails.getFirst().text()).contains("同时发给：b@wuhan.example。");
    assertThat(mails).extracting(OutgoingMail::messageId).doesNotHaveDuplicates();
  }

  @Test
  void writingTheSameNoticeAgainGivesTheSameMail() {
    Notice notice = Notices.last(Verdicts.rail().build());
    assertThat(write(notice, Language.ZH)).isEqualTo(write(notice, Language.ZH));
  }

  @Test
  void laterMailsReferToTheFirst() {
    Bureau bureau = bureau(Language.ZH, "a@wuhan.example");
    OutgoingMail first =
        writer
            .write(Mailing.of(Notices.last(Verdicts.rail().build()), bureau, Map.of()))
            .getFirst();
    Notice recovered =
        Notices.last(
            Verdicts.rail().build(), Verdicts.rail().version(2).overall(Light.AHEAD).build());
    OutgoingMail recovery =
        writer
            .write(Mailing.of(recovered, bureau, Map.of("a@wuhan.example", first.messageId())))
            .getFirst();
    assertThat(first.threadId()).isEmpty();
    assertThat(recovery.threadId()).isEqualTo(first.messageId());
    assertThat(recovery.messageId()).isNotEqualTo(first.messageId());
  }

  @Test
  void hostileNamesStayInert() {
    String hostile =
        "线路\r\nBcc: thief@evil.example\u202Egnp.exe\u2028\u0000<script>alert(1)</script>瘊"
            + "长".repeat(500);
    Notice notice =
        Notices.last(Verdicts.rail().named(hostile, hostile).saying(hostile, hostile).build());
    OutgoingMail mail = write(notice, Language.ZH);
    assertThat(mail.subject()).doesNotContain("\r", "\n", "\u202E", "\u2028", "\u0000");
    assertThat(mail.subject().length()).isLessThanOrEqualTo(151);
    assertThat(mail.html()).doesNotContain("<script>").contains("&lt;script&gt;").contains("瘊");
    assertThat(mail.text()).doesNotContain("\u202E", "\u0000", "\nBcc:");
  }

  private OutgoingMail write(Notice notice, Language language) {
    return writer
        .write(Mailing.of(notice, bureau(language, "transport@wuhan.example"), Map.of()))
        .getFirst();
  }

  private static Bureau bureau(Language language, String... emails) {
    return new Bureau(
        "transport", 1, new Text("市交通运输局", "the Transport Bureau"), "", List.of(emails), language);
  }

  /**
   * Compares with the stored mail; -Dgolden=write stores it anew, to be looked at before it is
   * committed.
   */
  private static void assertGolden(String name, OutgoingMail mail) throws IOException {
    String language = mail.language().code();
    Path text = GOLDEN.resolve(name + "." + language + ".txt");
    Path html = GOLDEN.resolve(name + "." + language + ".html");
    String plain = "Subject: " + mail.subject() + "\n\n" + mail.text();
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(text, plain);
      Files.writeString(html, mail.html());
      Path preview = Files.createDirectories(Path.of("target/mails"));
      Files.writeString(preview.resolve(name + "." + language + ".html"), withChart(mail));
    }
    assertThat(plain).isEqualTo(Files.readString(text));
    assertThat(mail.html()).isEqualTo(Files.readString(html));
  }

  /** To be looked at in a browser, which knows no cid. */
  private static String withChart(OutgoingMail mail) {
    if (mail.picture() == null) {
      return mail.html();
    }
    String png = Base64.getEncoder().encodeToString(mail.picture().png());
    return mail.html().replace("cid:" + TemplateLetterWriter.CHART, "data:image/png;base64," + png);
  }
}
