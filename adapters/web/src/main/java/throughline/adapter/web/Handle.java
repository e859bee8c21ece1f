package throughline.adapter.web;

import java.util.Locale;
import throughline.core.people.Account;

/** What somebody is called in the local chat: {@code maya}; the same whatever the case. */
record Handle(String text) {
    Handle {
        text = text.strip().toLowerCase(Locale.ROOT);
    }

    Account account() {
        return Account.local(text);
    }

    /** A name for somebody nobody knows yet, from what they typed. */
    static String nameFrom(String typed) {
        String name = typed.strip();
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first).toUpperCase(Locale.ROOT) + name.substring(first);
    }
}
