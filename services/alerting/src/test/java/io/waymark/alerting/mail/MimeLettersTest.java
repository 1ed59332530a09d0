package io.waymark.alerting.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.OutgoingMail;
import io.waymark.calendar.WorkingCalendar;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail's bytes, read again as a mail program reads them. */
class MimeLettersTest {
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>\\s]*|<!");
  private static final String DIRECTIONS = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

  /** Names that have broken mail programs: each must come out as one harmless line. */
  private static final List<String> HOSTILE =
      List.of(
          "线路\r\nBcc: thief@evil.example\r\n\r\n<html>",
          "line\nX-Evil: 1",
          "line\rX-Evil: 1",
          "\u760A\u760D 770A: 瘊瘍",
          "\u202Egnp.exe\u202C \u2066hidden\u2069",
          "\u0000\u0007\u001B[31m\u0085\u2028\u2029end",
          "=?utf-8?B?QmNjOiB0aGllZg==?=",
          "<script>alert(1)</script>\"><img src=x onerror=alert(1)>",
          "{{ letter.subject }} {% include 'x' %}",
          "长".repeat(3000),
          "a".repeat(3000),
          "👷🏽".repeat(300));

  private final Messages messages = new Messages("Waymark <waymark@waymark.example>");
  private final TemplateLetterWriter writer =
      new TemplateLetterWriter(
          "https://waymark.example",
          ZoneId.of("Asia/Shanghai"),
          WorkingCalendar.shipped(),
          "waymark.example",
          new LinkSigner(() -> List.of(new byte[32])),
          null);

  @ParameterizedTest
  @EnumSource(TemplateKind.class)
  void everyMailIsTextBesideHtmlAndThePictureLiesWithTheHtml(TemplateKind kind) throws Exception {
    OutgoingMail mail = sample(kind);
    MimeMessage message = read(messages.of(mail));
    Multipart alternative = (Multipart) message.getContent();
    assertThat(alternative.getContentType()).startsWith("multipart/alternative");
    assertThat(alternative.getCount()).isEqualTo(2);
    BodyPart text = alternative.getBodyPart(0);
    assertThat(text.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
    assertThat(lines(text.getContent())).isEqualTo(lines(mail.text()));
    BodyPart rich = alternative.getBodyPart(1);
    if (mail.picture() == null) {
      assertThat(rich.getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
      assertThat(mail.html()).doesNotContain("cid:");
      return;
    }
    Multipart related = (Multipart) rich.getContent();
    assertThat(related.getContentType()).startsWith("multipart/related");
    String html = String.valueOf(related.getBodyPart(0).getContent());
    Part picture = related.getBodyPart(1);
    String id = picture.getHeader("Content-ID")[0];
    assertThat(html).containsOnlyOnce("cid:" + id.substring(1, id.length() - 1));
    assertThat(picture.getContentType()).startsWith("image/png");
    assertThat(picture.getDisposition()).isEqualTo(Part.INLINE);
    assertThat(picture.getInputStream().readNBytes(8))
        .startsWith(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    assertThat(alt(html)).hasSizeGreaterThan(20);
  }

  private static String alt(String html) {
    return Pattern.compile("<img [^>]*alt=\"([^\"]*)\"")
        .matcher(html)
        .results()
        .map(found -> found.group(1))
        .findFirst()
        .orElse("");
  }

  @ParameterizedTest
  @EnumSource(TemplateKind.class)
  void onlyADigestCanBeEndedByOnePress(TemplateKind kind) throws Exception {
    MimeMessage message = read(messages.of(sample(kind)));
    if (kind == TemplateKind.DIGEST) {
      assertThat(message.getHeader("List-Unsubscribe", ","))
          .matches("<https://waymark\\.example/act/[A-Za-z0-9._-]+>");
      assertThat(message.getHeader("List-Unsubscribe-Post", ","))
          .isEqualTo("List-Unsubscribe=One-Click");
    } else {
      assertThat(message.getHeader("List-Unsubscribe")).isNull();
      assertThat(message.getHeader("List-Unsubscribe-Post")).isNull();
    }
  }

  @Test
  void laterMailsAnswerTheFirstSoThatASubjectsMailsStayTogether() throws Exception {
    OutgoingMail first = sample(TemplateKind.OPENED);
    MimeMessage opened = read(messages.of(first));
    assertThat(opened.getHeader("In-Reply-To")).isNull();
    assertThat(opened.getHeader("References")).isNull();
    assertThat(opened.getMessageID())
        .isEqualTo(first.messageId())
        .matches("<[0-9a-f]{40}@waymark\\.example>");
    MimeMessage later = read(messages.of(answering(sample(TemplateKind.RECOVERED), first)));
    assertThat(later.getHeader("In-Reply-To", ",")).isEqualTo(first.messageId());
    assertThat(later.getHeader("References", ",")).isEqualTo(first.messageId());
  }

  @Test
  void theSameMailHasTheSameHeadersWhenItIsSentAgain() throws Exception {
    OutgoingMail mail = sample(TemplateKind.SUPERVISION);
    assertThat(headers(read(messages.of(mail)))).isEqualTo(headers(read(messages.of(mail))));
  }

  @Test
  void theHeadersAreThoseOfAMachineThatWritesToOnePerson() throws Exception {
    MimeMessage message = read(messages.of(sample(TemplateKind.OPENED)));
    assertThat(names(message))
        .containsExactlyInAnyOrder(
            "Date",
            "From",
            "To",
            "Message-ID",
            "Subject",
            "MIME-Version",
            "Content-Type",
            "Auto-Submitted",
            "X-Waymark-Alert",
            "Content-Language");
    assertThat(message.getHeader("Auto-Submitted", ",")).isEqualTo("auto-generated");
    assertThat(message.getAllRecipients())
        .containsExactly(new InternetAddress("transport@wuhan.example"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void hostileNamesStayInertInHeadersAndInHtml(Language language) throws Exception {
    List<String> harmless = tags(html(mail("线路", language)));
    for (String name : HOSTILE) {
      byte[] bytes = messages.of(mail(name, language));
      MimeMessage message = read(bytes);
      assertThat(names(message)).as(name).isEqualTo(names(read(messages.of(mail("线路", language)))));
      assertThat(message.getAllRecipients()).as(name).hasSize(1);
      assertThat(message.getSubject().chars())
          .as(name)
          .noneMatch(c -> Character.isISOControl(c) || DIRECTIONS.indexOf(c) >= 0 || c == 0x2028);
      assertThat(message.getSubject().codePoints().count()).as(name).isLessThanOrEqualTo(251);
      assertThat(tags(html(mail(name, language)))).as(name).isEqualTo(harmless);
      assertWellFormed(bytes, name);
    }
  }

  /** U+760A: whoever sends its low byte sends a line feed. */
  @Test
  void aCharacterWhoseLowByteIsALineFeedComesOutAsItself() throws Exception {
    MimeMessage message = read(messages.of(mail("\u760A\u760D瘊", Language.ZH)));
    assertThat(message.getSubject()).contains("\u760A\u760D瘊");
    assertThat(html(mail("\u760A\u760D瘊", Language.ZH))).contains("\u760A\u760D瘊");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.example\r\nBcc: thief@evil.example",
        "a@b.example, thief@evil.example",
        "not an address",
        "",
        "a@b.example\u0000"
      })
  void whatIsNotOneAddressIsNoRecipient(String address) {
    OutgoingMail mail = sample(TemplateKind.OPENED);
    assertThatThrownBy(() -> messages.of(to(mail, address)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("recipient: " + address + " (expected: a mail address)")
        .hasCauseInstanceOf(MessagingException.class);
  }

  /** As RFC 5322 wants it: ASCII headers, CR LF at each end, no line above 998 bytes. */
  private static void assertWellFormed(byte[] bytes, String name) {
    String raw = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(raw.chars()).as(name).allMatch(c -> c < 128);
    assertThat(raw.replace("\r\n", "")).as(name).doesNotContain("\r", "\n", "\u0000");
    assertThat(Arrays.stream(raw.split("\r\n")).mapToInt(String::length).max().orElse(0))
        .as(name)
        .isLessThanOrEqualTo(998);
    String head = raw.substring(0, raw.indexOf("\r\n\r\n"));
    assertThat(head.split("\r\n"))
        .as(name)
        .allMatch(line ->
            line.startsWith(" ") || line.startsWith("\t") || line.matches("[A-Za-z-]+: ?.*"));
  }

  private OutgoingMail sample(TemplateKind kind) {
    return writer.sample(kind.wireName(), Language.ZH).orElseThrow();
  }

  private OutgoingMail mail(String name, Language language) {
    return writer.write(SampleMailings.named(name, language)).getFirst();
  }

  private String html(OutgoingMail mail) throws MessagingException, IOException {
    Multipart alternative = (Multipart) read(messages.of(mail)).getContent();
    Object rich = alternative.getBodyPart(1).getContent();
    return String.valueOf(
        rich instanceof Multipart related ? related.getBodyPart(0).getContent() : rich);
  }

  /** The elements of a page in their order, whatever stands between them. */
  private static List<String> tags(String html) {
    return TAG.matcher(html).results().map(MatchResult::group).toList();
  }

  private static String lines(Object text) {
    return String.valueOf(text).replace("\r\n", "\n");
  }

  private static MimeMessage read(byte[] bytes) throws MessagingException {
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
  }

  private static List<String> headers(MimeMessage message) throws MessagingException {
    List<String> lines = new ArrayList<>();
    for (Header header : Collections.list(message.getAllHeaders())) {
      if (!header.getName().equals("Content-Type")) { // its boundary is made up anew
        lines.add(header.getName() + ": " + header.getValue());
      }
    }
    return lines;
  }

  private static List<String> names(MimeMessage message) throws MessagingException {
    return Collections.list(message.getAllHeaders()).stream().map(Header::getName).toList();
  }

  private static OutgoingMail answering(OutgoingMail mail, OutgoingMail first) {
    return changed(mail, first.messageId(), mail.recipient());
  }

  private static OutgoingMail to(OutgoingMail mail, String recipient) {
    return changed(mail, mail.threadId(), recipient);
  }

  private static OutgoingMail changed(OutgoingMail mail, String threadId, String recipient) {
    return new OutgoingMail(
        mail.mailId(),
        mail.messageId(),
        threadId,
        mail.alertId(),
        mail.transitionId(),
        mail.bureauId(),
        recipient,
        mail.language(),
        mail.subject(),
        mail.text(),
        mail.html(),
        mail.createdAt(),
        mail.causeEventAt(),
        mail.arrivedAt(),
        mail.alertIds(),
        mail.picture(),
        mail.unsubscribe());
  }
}
