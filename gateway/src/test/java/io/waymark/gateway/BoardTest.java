package io.waymark.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoardTest extends DoorTest {
  private static final Path STATIC = Path.of("src/main/resources/static");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/subjects",
        "/alerts",
        "/alerts/a-1",
        "/silences",
        "/preferences",
        "/backtest",
        "/decomposition",
        "/report",
        "/calendar",
        "/evaluation",
        "/mailbox",
        "/mailbox/m-1",
        "/notifications",
        "/plans/wuhan-15/targets/rail-transit-length-2030"
      })
  void everyPageIsServedUnderStrictRules(String path) {
    HttpResponse<String> response = get(path, "Accept", "text/html");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("/board/main.js");
    assertThat(header(response, "Content-Security-Policy"))
        .contains("default-src 'self'")
        .doesNotContain("unsafe");
    assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(response, "Referrer-Policy")).isEqualTo("same-origin");
  }

  @Test
  void aPageThatIsNotThereIsTheBoardToAPersonAndAProblemToAProgram() {
    HttpResponse<String> person = get("/nowhere", "Accept", "text/html");
    HttpResponse<String> program = get("/nowhere", "Accept", "application/json");

    assertThat(person.statusCode()).isEqualTo(404);
    assertThat(person.body()).contains("/board/main.js");
    assertThat(program.statusCode()).isEqualTo(404);
    assertThat(header(program, "Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void ownFilesAreAskedForAnewAndTagged() {
    HttpResponse<String> first = get("/board/main.js");
    HttpResponse<String> second = get("/board/main.js", "If-None-Match", header(first, "ETag"));

    assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(first, "Content-Type")).startsWith("text/javascript");
    assertThat(second.statusCode()).isEqualTo(304);
  }

  @Test
  void theChartLibraryComesFromHereAndStaysForGood() throws IOException {
    Matcher address =
        Pattern.compile("'(/webjars/[^']+)'")
            .matcher(Files.readString(STATIC.resolve("board/chart/echarts.js")));
    assertThat(address.find()).isTrue();

    HttpResponse<String> response = get(address.group(1));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "Cache-Control")).contains("immutable");
    assertThat(header(response, "Content-Type")).startsWith("text/javascript");
  }

  @Test
  void textIsCompressed() {
    assertThat(
            header(
                get("/api/v1/plans/wuhan-15/judgements?page_size=2000", "Accept-Encoding", "gzip"),
                "Content-Encoding"))
        .isEqualTo("gzip");
  }

  @Test
  void aMailIsShownUnderRulesThatLetNothingRun() {
    HttpResponse<String> response = get("/mailbox/m-rail-transit-length-2030/body");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("轨道交通里程");
    assertThat(header(response, "Content-Security-Policy"))
        .contains("sandbox")
        .contains("default-src 'none'")
        .doesNotContain("script-src")
        .doesNotContain("allow-scripts");
    assertThat(get("/mailbox/no-such-mail/body").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "/digests/transport/body, transport：未解决 21 项",
    "/mail-previews/supervision/body?language=en, supervision en",
    "/mail-previews/digest/body, data:image/png;base64"
  })
  void digestsAndMadeUpMailsAreShownUnderTheSameRules(String path, String said) {
    HttpResponse<String> response = get(path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains(said).doesNotContain("cid:");
    assertThat(header(response, "Content-Security-Policy"))
        .contains("sandbox", "default-src 'none'")
        .doesNotContain("script-src");
    assertThat(get("/mail-previews/no-such-kind/body").statusCode()).isEqualTo(404);
  }

  @Test
  void nothingIsLoadedFromElsewhere() throws IOException {
    for (Path file : files()) {
      assertThat(Files.readString(file).replace("http://www.w3.org/2000/svg", ""))
          .as(file.toString())
          .doesNotContain("http://")
          .doesNotContain("https://");
    }
  }

  @Test
  void bothDictionariesHaveTheSameKeys() throws IOException {
    assertThat(dictionary("en").keySet()).isEqualTo(dictionary("zh").keySet());
    assertThat(dictionary("zh").asMap().values())
        .allSatisfy(text -> assertThat(text.getAsString()).isNotBlank());
  }

  @Test
  void bothSidesOfAWordFillInTheSameValues() throws IOException {
    JsonObject zh = dictionary("zh");
    JsonObject en = dictionary("en");
    for (String key : zh.keySet()) {
      assertThat(values(en.get(key).getAsString()))
          .as(key)
          .isSubsetOf(values(zh.get(key).getAsString()));
    }
  }

  @Test
  void everyWordThatAPageSaysStandsInTheDictionary() throws IOException {
    Set<String> known = dictionary("zh").keySet();
    Pattern said = Pattern.compile("\\bt\\('([a-z0-9_.]+)'[,)]");
    for (Path file : files()) {
      Matcher word = said.matcher(Files.readString(file));
      while (word.find()) {
        assertThat(known).as(file.toString()).contains(word.group(1));
      }
    }
  }

  @Test
  void everyFieldOfTheSampleHasAName() throws IOException {
    Set<String> known = dictionary("zh").keySet();
    try (Stream<String> lines = Files.lines(Path.of("src/test/resources/fake-city/subjects.tsv"))) {
      assertThat(lines.skip(1).map(line -> "field." + line.split("\t", -1)[4]).distinct())
          .isSubsetOf(known);
    }
  }

  private static Set<String> values(String text) {
    return Pattern.compile("\\{\\w+}")
        .matcher(text)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonObject dictionary(String lang) throws IOException {
    return JsonParser.parseString(Files.readString(STATIC.resolve("board/i18n/" + lang + ".json")))
        .getAsJsonObject();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(STATIC)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
