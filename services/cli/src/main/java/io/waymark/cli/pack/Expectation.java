package io.waymark.cli.pack;

import java.util.Collection;

/**
 * What should have been there, in both languages, worded so that it can follow "expected: ".
 *
 * @param zh in Chinese
 * @param en in English
 */
public record Expectation(String zh, String en) {

  static Expectation oneOf(Collection<String> words) {
    String list = String.join(", ", words.stream().sorted().toList());
    return new Expectation("下列之一：" + list, "one of: " + list);
  }

  static Expectation known(String what, String whatInEnglish, String file) {
    return new Expectation(file + " 中已有的" + what, whatInEnglish + " that is listed in " + file);
  }

  static Expectation unique(int firstRow) {
    return new Expectation(
        "不重复（第 " + firstRow + " 行已有）", "no repetition (row " + firstRow + " has it already)");
  }

  static Expectation notEmpty() {
    return new Expectation("不能为空", "a value");
  }

  static Expectation id() {
    return new Expectation(
        "编号：小写字母、数字和连字符，以字母或数字开头，不超过 80 个字符",
        "an id: lower case letters, digits and hyphens, letter or digit first, 80 characters at most");
  }

  static Expectation rulebook() {
    return new Expectation(
        "规则的名称，如 wuhan；或其某一版本，如 wuhan@1",
        "a rulebook's name such as wuhan, or one version of it such as wuhan@1");
  }

  static Expectation date() {
    return new Expectation(
        "2000 至 2099 年间的 ISO 日期，如 2027-06-30",
        "an ISO date from 2000 to 2099, for example 2027-06-30");
  }

  static Expectation number() {
    return new Expectation("十进制数，如 9.5", "a decimal number, for example 9.5");
  }

  static Expectation empty(String because, String becauseInEnglish) {
    return new Expectation("空值，因为" + because, "nothing, because " + becauseInEnglish);
  }
}
