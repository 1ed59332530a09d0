package io.waymark.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.gateway.fake.FakeNotifications;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page behind a mail's link. */
class LinkPageTest extends DoorTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  @Test
  void lookingAtALinkAsksOnceMoreAndDoesNothing() {
    HttpResponse<String> page = get("/act/look.zh");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("确认已知悉", "杨泗港泵站", "模拟数据", "<form method=\"post\"", "water@wuhan.example");
    assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(page, "Content-Security-Policy")).doesNotContain("unsafe");
    assertThat(FakeNotifications.said("look.zh")).isNull();
  }

  @Test
  void aConfirmedLinkIsUsedOnceAndThenOnlySaysSo() {
    HttpResponse<String> first = submit("/act/ack.en", "comment=Second+crew");
    HttpResponse<String> again = get("/act/ack.en");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).contains("This link has been used");
    assertThat(again.body()).contains("This link has been used").doesNotContain("<form");
    assertThat(FakeNotifications.said("ack.en")).isEqualTo("Second crew");
  }

  @Test
  void aPlanWithoutItsDayIsAskedForAgainWithWhatWasTyped() {
    HttpResponse<String> page = submit("/act/plan.zh", "comment=%3Cb%3E%E5%A2%9E%E7%8F%AD&by=");

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("请填写整改措施", "&lt;b&gt;增班").doesNotContain("<b>");
    assertThat(FakeNotifications.said("plan.zh")).isNull();
  }

  @Test
  void oneClickEndsTheDigests() {
    HttpResponse<String> page = submit("/act/unsubscribe.zh", "List-Unsubscribe=One-Click");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(FakeNotifications.said("unsubscribe.zh")).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "expired.zh,410,此链接已过有效期",
    "expired.en,410,This link has expired",
    "nonsense,404,链接无效"
  })
  void aLinkThatDoesNotWorkSaysWhy(String token, int status, String words) {
    HttpResponse<String> page = get("/act/" + token);

    assertThat(page.statusCode()).isEqualTo(status);
    assertThat(page.body()).contains(words).doesNotContain("<form");
  }

  @Test
  void namesOnThePageStayInert() {
    assertThat(get("/act/name.zh").body()).doesNotContain("<script>").contains("&lt;script&gt;");
  }

  private static HttpResponse<String> submit(String path, String form) {
    return send(
        request(path)
            .header("Content-Type", FORM)
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
