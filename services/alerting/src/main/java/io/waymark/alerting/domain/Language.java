package io.waymark.alerting.domain;

/** A language in which a bureau reads its mails. */
public enum Language {
  ZH("zh"),
  EN("en");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** The two letters by which contracts and settings name it. */
  public String code() {
    return code;
  }

  /** The one that is not this. */
  public Language other() {
    return this == ZH ? EN : ZH;
  }

  /** Reads a bureau's language; anything but "en" is Chinese, which is the default. */
  public static Language of(String code) {
    return EN.code.equals(code) ? EN : ZH;
  }
}
