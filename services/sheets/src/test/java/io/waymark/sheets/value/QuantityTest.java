package io.waymark.sheets.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
  private static Reading<BigDecimal> in(String wanted, String text) {
    return Quantity.read(text).then(quantity -> quantity.in("", wanted));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "亿元 | 3.5万亿 | 35000",
        "亿元 | 3.5万亿元 | 35000",
        "亿元 | 12000万元 | 1.2",
        "亿元 | 12000万 | 1.2",
        "亿元 | 350000000元 | 3.5",
        "亿元 | 3.5 亿 | 3.5",
        "亿元 | 1,234.5 | 1234.5",
        "亿元 | １，２３４．５亿元 | 1234.5",
        "亿元 | −3.5 | -3.5",
        "亿元 | 负3.5亿元 | -3.5",
        "亿元 | 1.50 | 1.50",
        "% | 65％ | 65",
        "% | 65 % | 65",
        "% | 5‰ | 0.5",
        "公里 | 590公里 | 590",
        "公里 | 590,000米 | 590",
        "公里 | 590 km | 590",
        "公里 | 1.2万公里 | 12000",
        "公里 | 1.2万 | 12000",
        "米 | 1.5公里 | 1500",
        "万人 | 1377.4万人 | 1377.4",
        "万人 | 13774000人 | 1377.4",
        "万人 | 13774000 | 13774000",
        "家 | 120家 | 120",
        "家 | 1.2万家 | 12000",
        "分钟 | 1.5小时 | 90",
        "公里/平方公里 | 3.2公里/平方公里 | 3.2",
        "百分点 | 2个百分点 | 2",
      })
  void figuresComeInTheUnitThatIsWanted(String wanted, String text, BigDecimal number) {
    assertThat(in(wanted, text)).isEqualTo(Reading.taken(number));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "% | 2个百分点",
        "百分点 | 2%",
        "% | 3万",
        "亿元 | 3亿美元",
        "公里 | 590英里",
        "公里 | 3.2公里/平方公里",
        "家 | 120个",
        "天 | 3个月",
        "小时 | 100秒",
      })
  void unitsOfAnotherKindAreRefusedWithWhatIsExpected(String wanted, String text) {
    assertThat(in(wanted, text))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> {
              assertThat(refused.reason().key()).isEqualTo("unit.other");
              assertThat(refused.reason().arguments()).endsWith(wanted);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "约65",
        "(1,234)",
        "1,23",
        "1234,567",
        "12,34",
        "1.2.3",
        "1-2",
        "--3",
        "六十五",
        ">87",
        "[1.89]",
        "1.23457E+11",
        "1e5",
        "3.5-4.0",
        "#REF!",
        "0x10"
      })
  void whatIsNoExactFigureIsRefused(String text) {
    assertThat(Quantity.read(text)).isInstanceOf(Reading.Refused.class);
  }

  @Test
  void theHeadingsUnitCountsForNumbersThatBringNone() {
    assertThat(Quantity.read("12,000").then(q -> q.in("万元", "亿元")))
        .isEqualTo(Reading.taken(new BigDecimal("1.2")));
    assertThat(Quantity.read("1.2亿元").then(q -> q.in("万元", "亿元")))
        .isEqualTo(Reading.taken(new BigDecimal("1.2")));
  }

  @Test
  void unitsWithEnglishNamesAreFoundByEitherName() {
    assertThat(Quantity.read("35 billion yuan").then(q -> q.in("", "亿元", "100 million yuan")))
        .isEqualTo(Reading.taken(new BigDecimal("350")));
  }

  @Test
  void everyFigureComesBackHoweverItIsWritten() {
    Random random = new Random(65);
    Map<String, Integer> multiples = Map.of("", 0, "万", 4, "亿", 8, "万亿", 12, "千万", 7);
    for (int i = 0; i < 5_000; i++) {
      BigDecimal number =
          new BigDecimal(random.nextLong(1_000_000_000L)).movePointLeft(random.nextInt(5));
      boolean negative = random.nextBoolean();
      BigDecimal signed = negative ? number.negate() : number;
      multiples.forEach((word, digits) -> {
        String text = (negative ? "−" : "") + grouped(number) + word + "元";
        assertThat(in("元", text)).as(text).satisfies(r -> same(r, signed.movePointRight(digits)));
        String wide = DaysTest.wide(text);
        assertThat(in("元", wide)).as(wide).isEqualTo(in("元", text));
      });
    }
  }

  private static void same(Reading<BigDecimal> reading, BigDecimal expected) {
    assertThat(reading)
        .isInstanceOfSatisfying(
            Reading.Taken.class,
            taken -> assertThat((BigDecimal) taken.value()).isEqualByComparingTo(expected));
  }

  private static String grouped(BigDecimal number) {
    String whole = number.setScale(0, RoundingMode.DOWN).toPlainString();
    String fraction = number.toPlainString().substring(whole.length());
    return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") + fraction;
  }
}
