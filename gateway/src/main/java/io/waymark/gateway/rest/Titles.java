package io.waymark.gateway.rest;

import java.util.Locale;
import java.util.Map;

/** The short title of a problem in the reader's language. */
final class Titles {
  private record Title(String en, String zh) {}

  private static final Map<Integer, Title> BY_STATUS =
      Map.ofEntries(
          Map.entry(400, new Title("The request is not valid", "请求有误")),
          Map.entry(401, new Title("Please say who you are", "请先表明身份")),
          Map.entry(403, new Title("This belongs to another bureau", "无权办理：属于其他单位")),
          Map.entry(404, new Title("There is no such thing", "没有找到")),
          Map.entry(405, new Title("This address does not take that verb", "该地址不接受此请求方法")),
          Map.entry(409, new Title("It conflicts with what is recorded", "与已有记录冲突")),
          Map.entry(413, new Title("The request is too large", "请求内容过大")),
          Map.entry(415, new Title("Only JSON is read here", "只接受 JSON")),
          Map.entry(429, new Title("Too much at once", "请求过多或过大")),
          Map.entry(501, new Title("The service does not know this method", "服务不支持此方法")),
          Map.entry(503, new Title("A service is away", "服务暂不可用")),
          Map.entry(504, new Title("The service took too long", "服务响应超时")));

  private static final Title OTHER = new Title("Something failed on our side", "系统内部出错");

  private Titles() {}

  static String of(int status, Locale locale) {
    Title title = BY_STATUS.getOrDefault(status, OTHER);
    return locale.getLanguage().equals("zh") ? title.zh() : title.en();
  }
}
