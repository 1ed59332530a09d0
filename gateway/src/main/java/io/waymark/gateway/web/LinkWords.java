package io.waymark.gateway.web;

/** The words of the page behind a mail's link. */
record LinkWords(
    String language,
    String acknowledge,
    String plan,
    String unsubscribe,
    String askAcknowledge,
    String askPlan,
    String askUnsubscribe,
    String comment,
    String measures,
    String by,
    String confirm,
    String as,
    String done,
    String used,
    String expired,
    String over,
    String unknown,
    String incomplete,
    String simulated,
    String until) {
  private static final LinkWords ZH =
      new LinkWords(
          "zh",
          "确认已知悉",
          "填报整改计划",
          "不再接收汇总邮件",
          "提交后，将以贵单位名义记录“已知悉”，督办计时停止。",
          "提交后，将以贵单位名义记录整改计划，责任单位和督查室都能看到。",
          "提交后，不再向该地址发送日报、周报、月报；预警邮件照常发送。",
          "说明（可不填）",
          "整改措施：做什么，由谁负责",
          "完成日期",
          "确认提交",
          "收件人",
          "已记录",
          "此链接已用过，不会重复办理。办理时间：",
          "此链接已过有效期。请在看板上办理，或使用最近一封邮件中的链接。",
          "该预警已经办结，无需再办理。",
          "链接无效：不是本系统发出的，或不完整。请从邮件中完整打开。",
          "请填写整改措施（不超过 2000 字）和完成日期。",
          "模拟数据：该事项依据演示用的模拟数据。",
          "链接有效期至");

  private static final LinkWords EN =
      new LinkWords(
          "en",
          "Acknowledge",
          "File a catch-up plan",
          "Stop the digests",
          "This records, in your bureau's name, that the alert has been taken; the ladder stops.",
          "This records the catch-up plan in your bureau's name, for everyone concerned to see.",
          "This address gets no more daily, weekly or monthly digests; alerts keep coming.",
          "Comment (optional)",
          "What will be done, and by whom",
          "Done by",
          "Confirm",
          "Recipient",
          "Recorded",
          "This link has been used and does nothing more. Used at: ",
          "This link has expired. Please act on the board, or through the link of a later mail.",
          "The alert is over; nothing more is asked.",
          "This is no link of ours, or not all of it. Please open it from the mail.",
          "Please say what will be done (at most 2000 characters) and by when.",
          "Simulated data: this rests on figures made up for a demonstration.",
          "The link works until");

  static LinkWords of(String language) {
    return "en".equals(language) ? EN : ZH;
  }
}
