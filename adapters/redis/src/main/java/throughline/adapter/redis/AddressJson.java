package throughline.adapter.redis;

/** How a place or a person is reached, as stored. */
final class AddressJson {
    static final String KIND = "address";
    private static final int VERSION = 1;

    private AddressJson() {}

    static String write(String address) {
        return Json.write(Stored.begin(KIND, VERSION).put("text", address).done());
    }

    static String read(String text) {
        return Stored.open(Json.read(text), KIND, VERSION).text("text");
    }
}
