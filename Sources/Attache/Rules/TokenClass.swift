/// What a token can be, as entity rules name it in braces: `{given & !stop}`.
///
/// Shape classes come from the letters, lexicon classes from the rows that hold the word; a token may be in many.
public enum TokenClass: UInt8, CaseIterable, Sendable {
  // Shapes.
  case capital, upper, initial, number, mark, tight, first, word, opaque, clitic, mixed
  /// Four digits from 1000 to 2199; a number from 1 to 31, maybe with st, nd, rd or th; a date in
  /// one token such as 19.05.2025.
  case year, day, dateNumber
  // Names of people.
  case given, givenWeak, surname, surnameWeak, particle, prefix, suffix, person
  // Titles.
  case title, titleContext, honorific, titleModifier, titlePrehead, titleHead, titleHeadWeak, titleRank, portfolio,
    status
  // States, places, organisations.
  case country, nationality, place, placeWeak, placeBefore, placeAfter, direction
  case organization, organizationWeak, organizationHead, organizationHeadWeak, organizationFirst, organizationFirstWeak
  case companySuffix, ministry
  // Dates and money.
  case weekday, month, season, unit, relativeDate, partOfDay, holiday, era, ordinal, numberWord, dateModifier
  /// A date word that is also another word (`May`, `second`): a date only beside other date words.
  case dateWeak
  case currency, currencyWeak, currencySymbol, magnitude
  // Words.
  case stop, common, determiner, preposition, placePreposition, possessive, pronoun, speechVerb, personNoun

  /// The class as rules write it, such as `title-head`.
  public var text: String {
    var result = ""
    for byte in String(describing: self).utf8 {
      if byte >= 65, byte <= 90 {
        result += "-"
        result.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
      } else {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return result
  }

  /// The class's bit in a `ClassMask`.
  @inline(__always)
  var bit: ClassMask { 1 << ClassMask(rawValue) }

  /// The class of a spelling in a rule.
  static func named(_ text: String) -> TokenClass? { byText[text] }
  private static let byText = Dictionary(uniqueKeysWithValues: allCases.map { ($0.text, $0) })
}

/// A set of token classes.
typealias ClassMask = UInt128

extension ClassMask {
  /// Whether the token is in the class.
  @inline(__always)
  func has(_ tokenClass: TokenClass) -> Bool { self & tokenClass.bit != 0 }
}
