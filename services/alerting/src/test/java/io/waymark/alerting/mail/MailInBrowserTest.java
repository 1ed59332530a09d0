package io.waymark.alerting.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.waymark.alerting.domain.Language;
import io.waymark.alerting.domain.OutgoingMail;
import io.waymark.calendar.WorkingCalendar;
import io.waymark.testkit.Browser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every mail in a real browser, on a phone and in a reading pane: nothing is wider than the page.
 */
class MailInBrowserTest {
  private static final List<Integer> WIDTHS = List.of(360, 600);

  /** What each frame says of itself once all have come. */
  private static final String MEASURE =
      """
      <pre id="out"></pre><script>onload = () => { out.textContent = [...document.querySelectorAll('iframe')].map(frame => {
        const page = frame.contentDocument;
        return frame.dataset.name + '=' + page.documentElement.scrollWidth + '/' + frame.clientWidth + '/' + page.querySelectorAll('script, [onerror]').length
          + '/' + [...page.images].filter(image => !image.alt || !image.naturalWidth).length;
      }).join(';'); };</script>
      """;

  private final TemplateLetterWriter writer =
      new TemplateLetterWriter(
          "https://waymark.example",
          ZoneId.of("Asia/Shanghai"),
          WorkingCalendar.shipped(),
          "waymark.example",
          new LinkSigner(() -> List.of(new byte[32])),
          null);

  @Test
  void nothingIsWiderThanThePageNothingRunsAndEveryPictureIsShown(@TempDir Path folder)
      throws Exception {
    Optional<Path> browser = Browser.program();
    assumeTrue(browser.isPresent(), "skipped: there is no Chromium to look at mails with");
    StringBuilder page = new StringBuilder("<!doctype html><meta charset=utf-8><body>");
    for (Map.Entry<String, OutgoingMail> mail : mails().entrySet()) {
      Files.writeString(folder.resolve(mail.getKey() + ".html"), alone(mail.getValue()));
      for (int width : WIDTHS) {
        page.append(
            "<iframe src='%s.html' data-name='%s %d' style='border:0;width:%dpx'></iframe>"
                .formatted(mail.getKey(), mail.getKey(), width, width));
      }
    }
    Files.writeString(folder.resolve("all.html"), page + MEASURE);
    String seen = see(browser.orElseThrow(), folder);
    Matcher frames = Pattern.compile("([a-z-]+ \\d+)=(\\d+)/(\\d+)/(\\d+)/(\\d+)").matcher(seen);
    int count = 0;
    for (; frames.find(); count++) {
      assertThat(Integer.parseInt(frames.group(2)))
          .as("width of " + frames.group(1))
          .isLessThanOrEqualTo(Integer.parseInt(frames.group(3)));
      assertThat(frames.group(4)).as("scripts of " + frames.group(1)).isEqualTo("0");
      assertThat(frames.group(5)).as("pictures missing in " + frames.group(1)).isEqualTo("0");
    }
    assertThat(count).as("frames in: " + seen).isEqualTo(mails().size() * WIDTHS.size());
  }

  /** Each kind in each language, and names that are long, unbroken or an attack. */
  private Map<String, OutgoingMail> mails() {
    Map<String, OutgoingMail> mails = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      for (TemplateKind kind : TemplateKind.values()) {
        mails.put(
            kind.wireName() + "-" + language.code(),
            writer.sample(kind.wireName(), language).orElseThrow());
      }
      mails.put("hostile-" + language.code(), named(SampleMailings.hostile(language)));
      mails.put(
          "unbroken-" + language.code(), named(SampleMailings.named("a".repeat(900), language)));
    }
    return mails;
  }

  private OutgoingMail named(io.waymark.alerting.domain.Mailing mailing) {
    return writer.write(mailing).getFirst();
  }

  /** A browser knows no cid. */
  private static String alone(OutgoingMail mail) {
    return mail.picture() == null
        ? mail.html()
        : mail.html()
            .replace(
                "cid:" + TemplateLetterWriter.CHART,
                "data:image/png;base64,"
                    + Base64.getEncoder().encodeToString(mail.picture().png()));
  }

  private static String see(Path browser, Path folder) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(browser.toString()));
    command.addAll(Browser.ARGUMENTS);
    command.add("--allow-file-access-from-files");
    command.add("--user-data-dir=" + folder.resolve("profile"));
    command.add("--virtual-time-budget=20000");
    command.add("--dump-dom");
    command.add(folder.resolve("all.html").toUri().toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String dom = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return dom.substring(Math.max(0, dom.indexOf("<pre")));
  }
}
