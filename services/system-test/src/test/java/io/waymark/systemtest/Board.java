package io.waymark.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waymark.testkit.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * The board in a browser, as a person has it: what stands there is found by the words beside it.
 *
 * <p>What is asked for is waited for, since a page fills itself piece by piece.
 */
final class Board implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final String address;
  private final ChromeDriver browser;

  /** Opens the browser; there must be one. */
  Board(String address) {
    this.address = address;
    // it would say that it has no typed commands for a browser this new; none are used
    SELENIUM.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(Browser.program().orElseThrow().toFile());
    options.addArguments(Browser.ARGUMENTS);
    options.addArguments("--window-size=1280,1000", "--hide-scrollbars");
    ChromeDriverService driver =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(Browser.driver().orElseThrow().toFile())
            .build();
    browser = new ChromeDriver(driver, options);
  }

  static boolean canBeOpened() {
    return Browser.program().isPresent() && Browser.driver().isPresent();
  }

  void go(String path) {
    browser.get(address + path);
  }

  String path() {
    return browser.getCurrentUrl().substring(address.length());
  }

  /** Pastes a person's token, and forgets the one before. */
  void actAs(String token, String greeting) {
    until(() -> !texts("form.who, p.who").isEmpty());
    if (!texts("p.who button").isEmpty()) {
      press(texts("p.who button").getFirst());
    }
    find(By.id("token")).sendKeys(token);
    click(By.cssSelector("form.who button"));
    shows("p.who", greeting);
  }

  // ---- looking ----

  /** Waits until something reads so. */
  void shows(String css, String words) {
    waiting()
        .untilAsserted(() -> assertThat(texts(css)).as(css).anyMatch(text -> text.contains(words)));
  }

  /** Waits until a list holds these and no others, in whichever order. */
  void lists(String css, List<String> expected) {
    waiting()
        .untilAsserted(
            () -> assertThat(texts(css)).as(css).containsExactlyInAnyOrderElementsOf(expected));
  }

  /** What can be read in each of the elements. */
  List<String> texts(String css) {
    return list(
            "return [...document.querySelectorAll(arguments[0])].map(one => one.innerText.trim())",
            css)
        .map(String::valueOf)
        .toList();
  }

  /** A table's rows: what stands under each head. */
  List<Map<String, String>> rows(String table) {
    String script =
        """
        return [...document.querySelectorAll(arguments[0] + ' tbody tr')].map(row =>
          [...row.cells].flatMap(cell => [cell.dataset.label, cell.innerText.trim()]))
        """;
    return list(script, table).map(Board::row).toList();
  }

  private static Map<String, String> row(Object headsAndCells) {
    List<?> both = (List<?>) headsAndCells;
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < both.size(); i += 2) {
      row.put(String.valueOf(both.get(i)), String.valueOf(both.get(i + 1)));
    }
    return row;
  }

  /** True while the browser itself keeps a form from being sent, for want of this. */
  boolean missing(String label) {
    return (Boolean) script("return arguments[0].validity.valueMissing", field(label));
  }

  String value(String label) {
    return (String) script("return arguments[0].value", field(label));
  }

  // ---- acting ----

  void press(String words) {
    click(
        By.xpath(
            "//main//*[self::button or @role='button'][normalize-space()='%s']".formatted(words)));
  }

  void tick(String name) {
    click(By.xpath("//input[@type='checkbox'][@aria-label='%s']".formatted(name)));
  }

  void follow(String words) {
    click(By.xpath("//a[normalize-space()='%s']".formatted(words)));
  }

  void choose(String label, String option) {
    until(() -> {
      field(label)
          .findElement(By.xpath("./option[normalize-space()='%s']".formatted(option)))
          .click();
      return true;
    });
  }

  void type(String label, String words) {
    WebElement field = field(label);
    field.clear();
    field.sendKeys(words);
  }

  /** Sets a date as the browser's own calendar would: how it is typed depends on the machine. */
  void date(String label, String day) {
    script(
        "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change'))",
        field(label),
        day);
    assertThat(value(label)).isEqualTo(day);
  }

  /** Does something while the page has no network. */
  void offline(Runnable acts) {
    browser.executeCdpCommand("Network.enable", Map.of());
    network(false);
    try {
      acts.run();
    } finally {
      network(true);
    }
  }

  private void network(boolean there) {
    browser.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of("offline", !there, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  /** Looks at the page on a desk and on a phone; nothing may be wider than the page. */
  void fitsDeskAndPhone(String name) {
    for (int width : List.of(1280, 360)) {
      browser.executeCdpCommand(
          "Emulation.setDeviceMetricsOverride",
          Map.of("width", width, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
      until(() -> width == number("return innerWidth"));
      save(name + "-" + width);
      assertThat(number("return document.documentElement.scrollWidth"))
          .as("%s at %d", name, width)
          .isLessThanOrEqualTo(width);
    }
    browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  private void save(String name) {
    Map<String, Object> shot =
        browser.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
    byte[] picture = Base64.getDecoder().decode(String.valueOf(shot.get("data")));
    try {
      Path folder = Files.createDirectories(Path.of("target/board"));
      Files.write(folder.resolve(name + ".png"), picture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private WebElement field(String label) {
    return find(
        By.xpath(
            "//main//label[span[normalize-space()='%s']]/*[self::input or self::select]"
                .formatted(label)));
  }

  private void click(By by) {
    until(() -> {
      browser.findElement(by).click();
      return true;
    });
  }

  private WebElement find(By by) {
    until(() -> browser.findElement(by).isDisplayed());
    return browser.findElement(by);
  }

  private Object script(String script, Object... arguments) {
    return Objects.requireNonNullElse(browser.executeScript(script, arguments), "");
  }

  private Stream<?> list(String script, Object... arguments) {
    return ((List<?>) script(script, arguments)).stream();
  }

  private long number(String script) {
    return (Long) script(script);
  }

  private static void until(Callable<Boolean> so) {
    waiting().until(so);
  }

  /** A page that draws itself anew takes the elements away that were found before. */
  private static ConditionFactory waiting() {
    return await()
        .atMost(SOON)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptionsInstanceOf(WebDriverException.class);
  }

  @Override
  public void close() {
    browser.quit();
  }
}
