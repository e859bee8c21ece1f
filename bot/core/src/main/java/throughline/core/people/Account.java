package throughline.core.people;

/** Somebody's account on a platform. The id is the platform's; inside one platform it names one person. */
public record Account(String platform, String id) {
    /** The platform of the chat that the bot itself serves. Its ids are handles such as {@code maya}. */
    public static final String LOCAL = "local";

    public Account {
        if (platform.isBlank() || id.isBlank()) {
            throw new IllegalArgumentException("an account has a platform and an id");
        }
    }

    public static Account local(String handle) {
        return new Account(LOCAL, handle);
    }

    @Override
    public String toString() {
        return platform + ":" + id;
    }
}
