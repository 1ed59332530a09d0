package io.waymark.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void everySentenceExistsInBothLanguages() {
    var english = ResourceBundle.getBundle("io.waymark.standalone.words", Locale.ROOT);
    var chinese = ResourceBundle.getBundle("io.waymark.standalone.words", Locale.CHINESE);
    assertThat(chinese.keySet()).isEqualTo(english.keySet());
    assertThat(chinese.keySet())
        .filteredOn(key -> !key.startsWith("part.ready") && !key.equals("part.postgres"))
        .allSatisfy(key -> assertThat(chinese.getString(key)).isNotEqualTo(english.getString(key)));
  }

  @Test
  void theLanguageIsTheSettingsThenTheLocales() {
    assertThat(Words.of(Map.of("LANG", "zh_CN.UTF-8")).get("stopping")).isEqualTo("Waymark 正在停止。");
    assertThat(Words.of(Map.of("WAYMARK_LANG", "en", "LANG", "zh_CN.UTF-8")).get("stopping"))
        .isEqualTo("Waymark stops.");
    assertThat(Words.of(Map.of()).get("notRunning", "/a"))
        .isEqualTo("Waymark is not running on /a.");
  }

  @Test
  void numbersStandAsTheyAre() {
    assertThat(Words.of(Map.of()).get("refused.port", 18080, "", "WAYMARK_HTTP_PORT", 19080))
        .isEqualTo(
            "Port 18080 is taken. Stop that program, or move Waymark: WAYMARK_HTTP_PORT=19080 waymark up");
  }
}
