import Testing

@testable import Attache

/// Sentence boundaries as tables: `‖` stands where a sentence ends and the next begins, `⏎` for a line break.
/// White space beside a mark belongs to the text.
struct SentenceTests {
  @Test(arguments: [
    "Gen. Ali Noor and Mr. Bo met St. Lucia's premier. ‖They ate.",
    "Donald J. Trump spoke first. ‖J. K. Rowling and J.R.R. Tolkien did not.",
    "She flew to St. Petersburg with Lt. Col. Ivan P. Orlov. ‖Nobody met them.",
    "Dr. Amal Haddad, Ph.D., said so. ‖Prof. Lee agreed.",
    "The U.S. President left the U.S. ‖He landed in the U.K. on Friday.",
    "He left the U.S. ‖In London, the E.U. envoy waited.",
    "Troops from the U.S. and the U.N. mission arrived. ‖The U.S. Embassy said nothing.",
    "U.S. Under Secretary of State Ann Roe left.",
    "It was founded in Washington, D.C. ‖The head office is there.",
    "It was founded in Washington, D.C. ‖Okello taught there for years.",
    "Northrop Inc. and Gazprom Ltd. signed. ‖Shares rose.",
    "The deal is with Boeing Co. ‖It was signed on Monday.",
    "The deal is with Boeing Co. ‖Shares fell by 2.5 percent.",
    "Apple Inc. Chief Executive Tim Cook visited Hanoi.",
    "Sen. John Doe Jr. of Ohio voted no. ‖He gave no reason.",
    "Martin Luther King Jr. Day is on Monday.",
    "They met on Jan. 5 and on Sept. 30, 2024. ‖Nothing came of it.",
    "They met in Jan. ‖The next round is in Dec.",
    "The session ends at 5 p.m. Tuesday. ‖It began at 9:30 a.m. ‖Reporters were kept out.",
    "The vote is at 10 a.m. GMT on Friday.",
    "It lasted until 11 p.m. ‖Delegates then slept.",
    "See No. 5 and Art. 12 of the treaty, pp. 3-7. ‖It is binding.",
    "Asked whether he would resign, he said no. ‖Five ministers did.",
    "He rejected Resolution No. ‖The rest was lost.",
    "They grow wheat, maize, rice, etc. ‖Exports are banned.",
    "They grow wheat, rice, etc. and sell it.",
    "Several states, e.g. Kenya and i.e. Uganda, agreed.",
    "The case Doe v. Roe vs. The State was heard.",
    "The fence is 12 km. long and 3 ft. high. ‖It cost 2 million.",
    "It lies 40 km. ‖Villagers walk.",
    "He went in. ‖She stayed out.",
    "Gen. Wang met them. ‖The general left.",
    "Mr. He Yong and Mr. So Won-ju left. ‖We stayed.",
    "He lives on Baker St. ‖The house is old.",
    "Prices rose 3.5 percent to $1.25. ‖Oil fell.",
    "It happened in 2004. ‖Then it stopped.",
    "The plane, an Il-76, crashed at 3.15 in the morning.",
    "You and I. ‖We know.",
    "The Rev. Jesse Stone and Msgr. Paul Arden prayed.",
    "Maj. Gen. Asif Ghafoor tweeted. ‖Brig. Gen. Noor did not.",
    "He works for al-Haq Bros. in Basra, Ore. and Calif.",
    "The Nikkei Co. Ltd. said so.",
    "The bank, S.A. Banco, closed. ‖P.S. It was late.",
    "Sgt. 1st Class Ray Moss was killed.",
    "The Ministry of Defence (MoD) said so. ‖(It had been asked twice.) ‖No one was hurt.",
  ]) func abbreviations(_ text: String) { expectSentences(text) }

  @Test(arguments: [
    "\"We agree,\" he said. ‖\"We sign tomorrow.\"",
    "\"We agree.\" ‖The minister left.",
    "“We agree,” she said. ‖“We sign tomorrow.” ‖He left.",
    "‘We agree,’ she said. ‖‘We sign tomorrow.’ ‖He left.",
    "'We agree,' she said. ‖'We sign tomorrow.' ‖He left.",
    "\"Do you agree?\" he asked. ‖\"Never!\" they shouted.",
    "\"Do you agree?\" President Juan Sola asked. ‖Nobody did.",
    "\"Do you agree?\" ‖Nobody answered the question.",
    "He called it “a historic day.” ‖Others called it ‘a surrender.’ ‖Critics disagreed.",
    "He asked: \"Who are you?\" ‖Nobody spoke.",
    "\"Stop! ‖Go home,\" he told them.",
    "\"I came. ‖I saw. ‖I left,\" he said.",
    "He said that \"the door is open\" and \"the light is on.\" ‖Then he left.",
    "The slogan \"Yes!\" was everywhere. ‖\"No!\" was not.",
    "She wept (he did not). ‖Then they left.",
    "She wept. ‖(He did not.) ‖Then they left.",
    "The text [as seen by Reuters.] is short.",
    "The claim is old.[1] ‖It was denied.[2][3] ‖Nobody knows.",
    "„Nein“, sagte er. ‖«Non», dit-elle.",
    "Why? ‖What for? ‖Nobody knows!",
    "What?! ‖You did?",
    "He paused ... and went on. ‖Then he stopped...",
    "He paused... ‖The room fell silent.",
    "The text says: “The parties […] shall meet.” ‖They did.",
    "Yahoo! and Jeopardy! are names. ‖So is Yum!",
    "The security goals.‖Latest news is here.",
    "He called for peace.‖He left.",
    "Visit www.example.com for more. ‖Or write to a.b@example.org. ‖Thanks.",
    "The file is at https://example.org/a.b?c=d. ‖Read it.",
    "The version is 2.0.1 and the file is notes.txt here.",
    "He cheered :) ‖She wept :-( ‖They left.",
    "Great news! 🎉 ‖They signed. 🛂 ‖Done.",
  ]) func marks(_ text: String) { expectSentences(text) }

  @Test(arguments: [
    "MANAMA, Nov. 23 (BNA) -- The King met the envoy. ‖He left.",
    "WASHINGTON, D.C. (AP) — Officials met. ‖Talks go on.",
    "LONDON (Reuters) - Britain signed a deal on Monday. ‖France did not.",
    "1. The Council met. ‖⏎2. It agreed. ‖⏎3. It left.",
    "The heads were:‖⏎- Ann Roe, minister;‖⏎- Bo Lee, envoy.",
    "The heads were:‖⏎(a) Ann Roe, minister;‖⏎(b) Bo Lee, envoy.",
    "They signed:‖⏎• a pact‖⏎• a loan‖⏎• a memo",
    "II. DECISIONS‖⏎1. They met.‖⏎2. They left.",
    "Gulf Herald‖⏎2 days ago‖⏎- Business‖⏎- Gulf Herald‖⏎Oman and Iran agree to talk‖⏎Oman and Iran agreed on Monday to "
      + "hold talks on trade, the foreign minister of Oman said in a statement that was read out on state television in "
      + "the evening. ‖He gave no date.",
    "Gulf Herald‖⏎yesterday‖⏎- Business‖⏎Oman and Iran agree to talk‖⏎They met.",
    "By Ann Roe‖⏎⏎The talks failed.‖⏎⏎Advertisement‖⏎⏎They will resume.",
    "By Ann Roe‖⏎Staff writer‖⏎⏎The talks failed.",
    "JOINT STATEMENT‖⏎on the results of the meeting of ministers‖⏎Almaty, 3 May 2024‖⏎⏎The ministers met.",
    "From: Ann Roe‖⏎To: Bo Lee‖⏎Subject: Talks‖⏎⏎We met.",
    "Dear Bo,‖⏎⏎We met.‖⏎⏎Best regards,‖⏎Ann Roe",
    "President Daniel Chapo of Mozambique received the chief⏎of staff of the Rwanda Defence Force, General Mubarakh⏎"
      + "Muganga, in Maputo on Thursday. ‖The two men discussed the⏎withdrawal of troops from the north.",
    "The foreign minister of the Republic of Korea will meet his⏎Japanese counterpart in Tokyo on Monday and will then⏎"
      + "travel to Beijing, where he is to see the Chinese foreign⏎minister. ‖No date was given for a visit to the⏎"
      + "Philippines. ‖He is 61.",
    "On Friday in the capital of Qatar he also met Lt. Gen.⏎Ali Noor, who has been the head of the forces of the U.S.⏎Army in Doha "
      + "since the spring. ‖They ate.",
    "First line of a poem‖⏎Second line of it‖⏎Third line here",
    "Headline without stop‖\u{2028}\u{2028}Text follows. ‖It ends.",
    "One.‖\r\nTwo.‖\r\n\r\nThree",
    "i went home. ‖you did not. ‖why?",
    "=====‖ The end. ‖***‖ More.",
    "  Leading space. ‖Trailing space.  ⏎",
    "No stop at all",
    ".",
    "...",
    "",
    " ⏎ ",
  ]) func lines(_ text: String) { expectSentences(text) }

  @Test func marksHeadlines() {
    let text = "Minister Ann Roe Visits Oman\n\nTALKS FAIL AGAIN\n\n- Business\n\nThe talks failed.\n"
    let styles = split(text).sentences.map(\.style)
    #expect(styles == [[.line, .titleCase], [.line, .upperCase, .titleCase], [.line, .item], []])
  }

  @Test func marksQuotedTokens() {
    let analysis = split("He said \"we agree\" and 'we sign' in the leaders' room.\n\n\"Open. It goes on.\n\nNot here.")
    let quoted = analysis.tokens.filter { $0.shape.contains(.quoted) }
    let surfaces = quoted.map { String(decoding: analysis.text[Int($0.start)..<Int($0.end)], as: UTF8.self) }
    #expect(surfaces == ["we", "agree", "we", "sign", "Open", ".", "It", "goes", "on", "."])
  }

  @Test func marksFirstTokens() {
    let analysis = split("One two. Three four.")
    let first = analysis.tokens.indices.filter { analysis.tokens[$0].shape.contains(.sentenceStart) }
    #expect(first == analysis.sentences.map(\.first))
  }
}
