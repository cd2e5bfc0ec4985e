export const ja = {
  title: '様式の出力', intro: '「{plan}」{year}末の様式を、いまの内容でファイルにします。', choose: 'ファイルの形式', print: '配る・提出する', data: 'データとして使う',
  name: { xlsx: 'Excel', docx: 'Word', pdf: 'PDF', html: 'Web（HTML）', csv: 'CSV（様式の行）', 'wards-csv': 'CSV（区別の表）', md: 'Markdown', json: 'JSON' },
  use: {
    xlsx: '様式のとおりの表です。集計に使えるデータだけのシートも付きます。', docx: '様式のとおりの文書です。手直しして配るときに使います。', pdf: '印刷や配布に使います。会議の資料に綴じられます。', html: 'ホームページに載せます。画面でも読み上げでも読めます。',
    csv: '1行が様式の1行です。表計算での集計に使います。', 'wards-csv': '区ごとの数値の表です。1行が1つの区の値です。', md: '文章の比較や保管に使います。', json: 'ほかのシステムへ渡すときや、同じ内容を取り込み直すときに使います。',
  },
  encoding: '文字コード', utf8: 'UTF-8（BOM付き）', cp932: 'CP932（Shift_JIS）', utf8Note: '髙・﨑・𠮷 もそのまま残ります。Excel でもそのまま開けます。', cp932Note: '古いシステム向けです。この文字コードにない文字は置き換えます。',
  notes: '出力の前に', rows: '{n}行を出力します。', notReviewed: '審査完了でない行が {n}行あります。確定前の内容が入ります。', undecided: '実施状況をまだ判断していない行が {n}行あります。', allReviewed: 'すべての行が審査完了です。',
  replaced: '置き換える文字 {n}種類', replacedNone: '置き換える文字はありません。', char: '元の文字', by: '置き換え', count: '回数', gone: '（なし）', file: 'ファイル名',
  download: '{name}で出力する', working: '作っています', cancel: '中止する', done: '{name} を出力しました。', failed: '出力できませんでした。', again: 'もう一度',
};

export const en: typeof ja = {
  title: 'Hand out the form', intro: 'The form of “{plan}”, end of {year}, as it stands now, as a file.', choose: 'Format', print: 'To hand out', data: 'As data',
  name: { xlsx: 'Excel', docx: 'Word', pdf: 'PDF', html: 'Web (HTML)', csv: 'CSV (rows of the form)', 'wards-csv': 'CSV (figures by ward)', md: 'Markdown', json: 'JSON' },
  use: {
    xlsx: 'The table of the form. Further sheets hold the data alone.', docx: 'The form as a document, to be touched up before it is handed out.', pdf: 'For printing and handing out; goes into the papers of a meeting.', html: 'For a web site; read on screens and read aloud.',
    csv: 'One line is one row of the form, for counting in a spreadsheet.', 'wards-csv': 'Figures by ward; one line is the value of one ward.', md: 'For comparing and keeping texts.', json: 'For other systems, and for importing the same content again.',
  },
  encoding: 'Encoding', utf8: 'UTF-8 (with BOM)', cp932: 'CP932 (Shift_JIS)', utf8Note: '髙, 﨑 and 𠮷 stay as they are. Excel opens it as it is.', cp932Note: 'For older systems. Characters it does not have are replaced.',
  notes: 'Before you hand it out', rows: '{n} rows go out.', notReviewed: '{n} rows are not reviewed yet; their texts are not final.', undecided: 'The progress of {n} rows is not decided yet.', allReviewed: 'All rows are reviewed.',
  replaced: 'Characters replaced: {n}', replacedNone: 'No character is replaced.', char: 'Character', by: 'Replaced by', count: 'Times', gone: '(none)', file: 'File name',
  download: 'Hand out as {name}', working: 'Making the file', cancel: 'Stop', done: '{name} was handed out.', failed: 'The file could not be made.', again: 'Again',
};
